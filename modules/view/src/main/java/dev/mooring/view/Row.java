package dev.mooring.view;

/**
 * A row and the key that it stands under.
 *
 * @param key the record's key, parts separated by {@code /}
 * @param value the row
 */
public record Row<R>(String key, R value) {}
