/** The commands, one class each, and the options that they share. */
package dev.mooring.cli.command;
