package dev.mooring.replay.lane;

import dev.mooring.contract.TopicSpec;
import dev.mooring.replay.asof.RowChange;

/**
 * A row that differs between two lanes.
 *
 * @param topic as the catalogue declares it
 * @param change from the first lane to the second
 */
public record RowDifference(TopicSpec topic, RowChange change) {}
