/** Dead letters for people: shown, edited, published again. */
package dev.mooring.cli.rejected;
