/**
 * Rows as they were known at some time (section 8 of the contract): {@link
 * dev.mooring.replay.asof.AsOf} says which records count, {@link dev.mooring.replay.asof.Past}
 * folds them, {@link dev.mooring.replay.asof.RowChange} says what differs between two times.
 */
package dev.mooring.replay.asof;
