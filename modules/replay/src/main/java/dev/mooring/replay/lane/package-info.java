/**
 * Shadow lanes (section 8 of the contract): made by {@link dev.mooring.replay.lane.LaneStart},
 * compared, promoted and removed.
 */
package dev.mooring.replay.lane;
