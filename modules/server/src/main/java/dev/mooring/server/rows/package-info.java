/** Rows of the metric topics as HTTP asks for them: by name, filtered, sorted, in pages. */
package dev.mooring.server.rows;
