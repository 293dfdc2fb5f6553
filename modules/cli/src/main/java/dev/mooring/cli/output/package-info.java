/** Answers of commands: as tables that fit the terminal, as JSON lines, as CSV. */
package dev.mooring.cli.output;
