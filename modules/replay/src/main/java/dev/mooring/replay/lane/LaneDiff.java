package dev.mooring.replay.lane;

import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import dev.mooring.replay.ReplayException;
import dev.mooring.replay.lane.LanePair.Place;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.ParallelReader;
import dev.mooring.replay.log.Progress;
import dev.mooring.replay.log.RegistrySchemas;
import dev.mooring.view.ViewConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Says which rows differ between two lanes. It waits until both have committed everything that was
 * published before, and compares them partition by partition; it keeps sums of the rows of as many
 * partitions as there are threads (36 to 72 bytes a row) and of the rows that differ, and the rows
 * themselves only of a part of those that differ.
 *
 * <p>Publishing may go on. Then it looks again at what differs: a row differs that does so both
 * times and has been written in neither lane in between, for by then both lanes have committed what
 * had been published at the first look. A row that differs and keeps changing is undecided. What
 * the events in between make of a row is not asked, since two builds may define it differently; so
 * a row that they move to and fro within one commit may be told though both lanes are right, and
 * only {@link #runQuiesced} is exact.
 *
 * <p>Rows are compared field by field, each lane's by the schema of its writer.
 */
public final class LaneDiff {

  private static final int MOST_ROUNDS = 5;

  private final ViewConfig config;
  private final LanePair lanes;
  private final Runnable settling;
  private final ParallelReader reader;

  /**
   * Of two lanes, or one with itself.
   *
   * @param left what there was, usually the live lane
   * @param settling returns when both have committed everything that was published before, or
   *     throws
   */
  public LaneDiff(ViewConfig config, Lane left, Lane right, Runnable settling) {
    this.config = config;
    this.lanes = new LanePair(left, right);
    this.settling = settling;
    this.reader = ParallelReader.of(config);
  }

  /**
   * Compares while publishing may go on.
   *
   * @param found takes the rows that differ, by topic and partition
   * @param progress is told how far the first look has come
   * @throws ReplayException when a topic cannot be read
   */
  public DiffReport run(Consumer<RowDifference> found, Progress progress) {
    try (RegistrySchemas schemas = new RegistrySchemas(config)) {
      settling.run();
      LaneSums sums = LaneSums.read(lanes, reader, schemas, progress);
      Map<Place, RowSums> differing = sums.differing();
      Map<TopicPartition, Extent> before = sums.extents();
      long count = 0;
      int round = 1;
      while (!differing.isEmpty() && round < MOST_ROUNDS) {
        settling.run();
        DiffRound next = new DiffRound(schemas, found);
        before = gathering(schemas).gather(differing, before, next);
        count += next.found();
        differing = next.undecided();
        round++;
      }
      long undecided = differing.values().stream().mapToLong(RowSums::rows).sum();
      return new DiffReport(sums.rows(), count, undecided, round);
    }
  }

  /**
   * Compares exactly, when nothing is published meanwhile.
   *
   * @param found takes the rows that differ, by topic and partition
   * @throws ReplayException when something was published: then nothing is proved
   */
  public DiffReport runQuiesced(Consumer<RowDifference> found, Progress progress) {
    Map<TopicPartition, Extent> before = events();
    try (RegistrySchemas schemas = new RegistrySchemas(config)) {
      settling.run();
      LaneSums sums = LaneSums.read(lanes, reader, schemas, progress);
      requireSame(before);
      DiffRound only = new DiffRound(schemas, found);
      gathering(schemas).gather(sums.differing(), Map.of(), only);
      requireSame(before);
      return new DiffReport(sums.rows(), only.found(), 0, 1);
    }
  }

  /**
   * What would make the rows of the left lane those of the right one, as both are at present:
   * whatever is not of the same schema and the same Avro body. It waits for nothing; of lanes that
   * run it is an estimate.
   *
   * @param mostBytes of keys and values that are kept; beyond them the rows are counted only
   */
  public Difference difference(long mostBytes, Progress progress) {
    try (RegistrySchemas schemas = new RegistrySchemas(config)) {
      LaneSums sums = LaneSums.read(lanes, reader, schemas, progress);
      DifferenceBuilder difference = new DifferenceBuilder(schemas, mostBytes);
      gathering(schemas).gather(sums.differing(), Map.of(), difference);
      return difference.build();
    }
  }

  /** On one thread: what differs is told in order, and held for one partition only. */
  private RowGathering gathering(RegistrySchemas schemas) {
    return new RowGathering(lanes, new ParallelReader(config, 1), schemas);
  }

  private Map<TopicPartition, Extent> events() {
    return reader.extents(List.of(Topics.EVENTS.name()));
  }

  private void requireSame(Map<TopicPartition, Extent> before) {
    long came =
        events().entrySet().stream()
            .mapToLong(end -> end.getValue().end() - before.get(end.getKey()).end())
            .sum();
    if (came != 0) {
      throw new ReplayException(
          "%s: %d records came while the lanes were compared, should be none with --quiesced; stop publishing, or compare without it"
              .formatted(Topics.EVENTS.name(), came));
    }
  }
}
