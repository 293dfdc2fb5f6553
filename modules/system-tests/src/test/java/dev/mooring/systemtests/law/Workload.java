package dev.mooring.systemtests.law;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.RandomHistory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Events to be published, the same for the same seed.
 *
 * @param told in the order in which they were told
 * @param shuffled the same in another order, a tenth of them twice
 */
record Workload(List<Event> told, List<Event> shuffled) {

  private static final String SEED = "mooring.test.seed";

  static Workload of(long seed, int events) {
    return of(seed, new RandomHistory(seed).take(events));
  }

  static Workload of(long seed, List<Event> told) {
    Random random = new Random(seed);
    List<Event> shuffled = new ArrayList<>(told);
    for (int i = 0; i < told.size() / 10; i++) {
      shuffled.add(told.get(random.nextInt(told.size())));
    }
    Collections.shuffle(shuffled, random);
    return new Workload(told, shuffled);
  }

  /**
   * Another seed each time, unless one is set. It is printed, so that a failure can be repeated.
   */
  static long seed() {
    long seed = Long.getLong(SEED, new Random().nextLong(1_000_000));
    System.out.println("to repeat this run: -D" + SEED + "=" + seed);
    return seed;
  }

  /**
   * The rows of the ledger after records have been read.
   *
   * @param rejected how many others were, by partition; none where records are none
   */
  static Map<String, LedgerRow> ledger(List<Event> records, Map<Integer, Long> rejected) {
    Map<String, LedgerRow> rows = new TreeMap<>();
    records.stream()
        .collect(Collectors.groupingBy(Workload::partition))
        .forEach(
            (partition, those) ->
                rows.put(
                    partition.toString(),
                    Oracle.ledger(partition, those, rejected.getOrDefault(partition, 0L))));
    return rows;
  }

  private static int partition(Event event) {
    byte[] key = EventKey.of(event).getBytes(StandardCharsets.UTF_8);
    return BuiltInPartitioner.partitionForKey(key, Cluster.PARTITIONS);
  }
}
