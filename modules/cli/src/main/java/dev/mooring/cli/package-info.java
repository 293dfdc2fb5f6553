/** The mooring command: where it starts, how it ends, and what surrounds it. */
package dev.mooring.cli;
