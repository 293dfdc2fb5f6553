/** The consuming library: metric topics as a queryable view. */
package dev.mooring.view;
