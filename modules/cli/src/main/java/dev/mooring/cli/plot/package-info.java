/** Charts of characters, for people at a terminal. Pure: numbers in, lines out. */
package dev.mooring.cli.plot;
