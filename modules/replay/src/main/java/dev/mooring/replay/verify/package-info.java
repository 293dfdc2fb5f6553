/**
 * The proof that the live rows are what the events come to (section 8 of the contract): {@link
 * dev.mooring.replay.verify.Verification} gives a {@link dev.mooring.replay.verify.Report}.
 */
package dev.mooring.replay.verify;
