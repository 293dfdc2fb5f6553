package dev.mooring.view;

import java.util.List;

/**
 * One step of a view: what changed, and all rows after it.
 *
 * @param after the rows and the position after this step
 * @param changes what changed, in the order of each partition; a row that changed more than once
 *     within the step is listed as often. It never changes; rows may be decoded as it is read, so
 *     go through it once, and keep what you need of it rather than the list
 */
public record Changes(Snapshot after, List<Change> changes) {}
