/** Rows as they change: redrawn on a terminal, or line by line for programs. */
package dev.mooring.cli.watch;
