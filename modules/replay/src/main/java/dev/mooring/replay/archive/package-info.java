/**
 * The events topic as files, and back. {@link dev.mooring.replay.archive.Archiving} writes what is
 * committed into a directory of Avro container files with a manifest; {@link
 * dev.mooring.replay.archive.Restoring} checks every byte of it and puts the records back, with
 * their timestamps and headers, so that the set of events is the same; {@link
 * dev.mooring.replay.archive.ArchivedEvents} reads its events.
 */
package dev.mooring.replay.archive;
