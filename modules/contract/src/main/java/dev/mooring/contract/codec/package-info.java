/**
 * Events and rows in the forms that people read and write: JSON and CSV.
 *
 * <p>{@link dev.mooring.contract.codec.EventReaders} reads events from a stream of any length in
 * constant memory, and tells of each bad line all that is wrong with it. {@link
 * dev.mooring.contract.codec.EventJson} and {@link dev.mooring.contract.codec.EventCsv} write them;
 * for every valid event, what one of the two writes the readers turn back into an equal event.
 * {@link dev.mooring.contract.codec.RowJson} and {@link dev.mooring.contract.codec.RowCsv} write
 * rows, for output only.
 */
package dev.mooring.contract.codec;
