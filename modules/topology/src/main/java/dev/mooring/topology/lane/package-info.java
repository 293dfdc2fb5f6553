/**
 * Lanes: the generations of the topology that run on a cluster, and which of them writes the rows
 * that everybody reads. {@link dev.mooring.topology.lane.LaneRunner} runs an instance of one.
 */
package dev.mooring.topology.lane;
