package dev.mooring.replay.asof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.metrics.MemoryFold;
import dev.mooring.metrics.Parties;
import dev.mooring.replay.log.EventIntake;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.ParallelReader;
import dev.mooring.replay.log.Progress;
import dev.mooring.replay.log.RegistrySchemas;
import dev.mooring.view.ViewConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Rows as they were known at some time: folded from the events topic, which is read to its present
 * end, since timestamps are in no order. A relationship is in one partition, so partitions are
 * folded apart, at the same time, and joined at the end. It keeps relationships, not records.
 */
public final class Past {

  private final ViewConfig config;
  private final ParallelReader reader;

  /** The past of a cluster, folded on as many threads as there are processors. */
  public Past(ViewConfig config) {
    this(config, ParallelReader.of(config));
  }

  /**
   * The past of a cluster.
   *
   * @param threads most partitions that are folded at a time, 1 or more
   */
  public Past(ViewConfig config, int threads) {
    this(config, new ParallelReader(config, threads));
  }

  private Past(ViewConfig config, ParallelReader reader) {
    this.config = config;
    this.reader = reader;
  }

  /**
   * The rows of every output topic but the ledger, by topic and key, for each of some times; the
   * log is read once.
   *
   * @throws dev.mooring.replay.ReplayException when it cannot be read
   */
  public List<Map<TopicSpec, NavigableMap<String, SpecificRecord>>> rows(
      List<AsOf> times, Progress progress) {
    Map<TopicPartition, Extent> extents = reader.extents(List.of(Topics.EVENTS.name()));
    Map<TopicPartition, PastFold> folds = new HashMap<>();
    extents.keySet().forEach(partition -> folds.put(partition, new PastFold(times)));
    try (RegistrySchemas schemas = new RegistrySchemas(config)) {
      reader.read(
          extents,
          partition -> folding(new EventIntake(schemas, extents.size()), folds.get(partition)),
          progress);
    }
    PastFold whole = new PastFold(times);
    folds.values().forEach(whole::join);
    return whole.folds().stream().map(MemoryFold::rows).toList();
  }

  private static Consumer<ConsumerRecord<byte[], byte[]>> folding(
      EventIntake intake, PastFold fold) {
    return record ->
        intake
            .fact(record)
            .ifPresent(
                fact ->
                    fold.take(
                        Parties.ofKey(new String(record.key(), UTF_8)),
                        fact,
                        record.timestamp(),
                        () -> intake.reportedPrecision(record)));
  }
}
