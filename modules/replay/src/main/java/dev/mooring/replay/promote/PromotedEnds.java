package dev.mooring.replay.promote;

import dev.mooring.view.Position;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Where every partition of live rows ends with a promotion. */
final class PromotedEnds {

  private final Map<TopicPartition, Long> ends;

  PromotedEnds(Map<TopicPartition, Long> before) {
    this.ends = new HashMap<>(before);
  }

  /** Records lie before these offsets; other topics than those of rows are of no concern. */
  void reached(Map<TopicPartition, Long> offsets) {
    offsets.forEach(
        (partition, end) ->
            ends.computeIfPresent(partition, (same, before) -> Math.max(before, end)));
  }

  /** As lane records have it. */
  String text() {
    return new Position(ends).toString();
  }
}
