package dev.mooring.replay.verify;

import dev.mooring.contract.event.Status;
import java.util.EnumMap;
import java.util.Map;

/** How many events have a status. */
final class StatusCounts {

  private final Map<Status, Long> counts = new EnumMap<>(Status.class);

  void add(Status status) {
    counts.merge(status, 1L, Long::sum);
  }

  long of(Status status) {
    return counts.getOrDefault(status, 0L);
  }
}
