/** The mooring command; the distribution. */
package dev.mooring.cli;
