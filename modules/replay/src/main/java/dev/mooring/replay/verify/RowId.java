package dev.mooring.replay.verify;

import dev.mooring.contract.TopicSpec;
import java.util.Comparator;

/** Where a row is. */
record RowId(TopicSpec topic, String key) implements Comparable<RowId> {

  private static final Comparator<RowId> ORDER =
      Comparator.comparing((RowId id) -> id.topic.name()).thenComparing(RowId::key);

  @Override
  public int compareTo(RowId other) {
    return ORDER.compare(this, other);
  }
}
