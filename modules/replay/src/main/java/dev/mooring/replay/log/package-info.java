/**
 * Reading topics as they stand in the log, several partitions at a time: what as-of and verify read
 * by.
 */
package dev.mooring.replay.log;
