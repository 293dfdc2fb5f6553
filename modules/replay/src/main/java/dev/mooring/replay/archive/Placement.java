package dev.mooring.replay.archive;

import java.util.OptionalInt;
import org.apache.kafka.common.utils.Utils;

/**
 * Where records go, so that those that were events are events again, and no others: a record that
 * stood in a partition that is not its key's was none (WRONG_PARTITION), and must not become one.
 *
 * @param then how many partitions there were
 * @param now how many there are
 */
record Placement(int then, int now) {

  /** The partition of a record; empty when there is none that keeps what it was. */
  OptionalInt of(ArchivedRecord record) {
    if (then == now) {
      return OptionalInt.of(record.partition());
    }
    if (record.key().isEmpty()) {
      // No event has no key, so it is none anywhere.
      return OptionalInt.of(record.partition() % now);
    }
    int hash = Utils.toPositive(Utils.murmur2(record.key().get()));
    return record.event().isEmpty() || hash % then == record.partition()
        ? OptionalInt.of(hash % now)
        : OptionalInt.empty();
  }
}
