package dev.mooring.replay.verify;

import dev.mooring.contract.Topics;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.ParallelReader;
import dev.mooring.replay.log.Progress;
import dev.mooring.replay.log.RegistrySchemas;
import dev.mooring.replay.verify.Report.Finding;
import dev.mooring.view.ViewConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * Proves that the live rows are what the events come to, byte for byte, or names those that are
 * not. It marks the end of the events, waits until the topology has committed everything before the
 * mark, reads the rows, and folds the events up to the mark without the topology.
 *
 * <p>When nothing was published between the mark and the reading of the rows, the proof is exact.
 * Else it looks again: a row is wrong that differs both times and in the same way, for then nothing
 * that was published in between concerned it. A row of which that cannot be said is undecided: what
 * is published may take it away from what it should be and back again between two looks.
 */
public final class Verification {

  private static final int MOST_ROUNDS = 5;

  private final ViewConfig config;
  private final Runnable settling;
  private final ParallelReader reader;

  /**
   * Of a cluster.
   *
   * @param settling returns when the topology has committed everything that was published before,
   *     or throws
   */
  public Verification(ViewConfig config, Runnable settling) {
    this.config = config;
    this.settling = settling;
    this.reader = ParallelReader.of(config);
  }

  /**
   * Verifies.
   *
   * @throws dev.mooring.replay.ReplayException when a topic cannot be read
   */
  public Report run(Progress progress) {
    Map<TopicPartition, Extent> mark = mark();
    try (RegistrySchemas schemas = new RegistrySchemas(config)) {
      FreshFold fold = new FreshFold(schemas, mark.size());
      Comparison before = null;
      for (int round = 1; ; round++) {
        settling.run();
        LiveRows live = LiveRows.read(reader);
        Map<TopicPartition, Extent> now = mark();
        fold.readTo(mark, reader, progress);
        Comparison found = new Comparison(live, fold.rows());
        if (now.equals(mark)) {
          return report(fold, found, found.differing(), 0, round);
        }
        NavigableSet<RowId> differing = new TreeSet<>(found.differing());
        differing.removeIf(found::mayHaveMovedOn);
        NavigableSet<RowId> wrong = unchanged(before, found, differing);
        long undecided = (long) differing.size() - wrong.size();
        if (undecided == 0 || round == MOST_ROUNDS) {
          return report(fold, found, wrong, undecided, round);
        }
        before = found;
        mark = mark();
      }
    }
  }

  private Map<TopicPartition, Extent> mark() {
    return reader.extents(List.of(Topics.EVENTS.name()));
  }

  /**
   * The rows that differ as they did before: neither what they are nor what they should be moved.
   */
  private static NavigableSet<RowId> unchanged(
      Comparison before, Comparison now, NavigableSet<RowId> differing) {
    NavigableSet<RowId> rows = new TreeSet<>(differing);
    rows.removeIf(
        id ->
            before == null
                || !before.differing().contains(id)
                || !Arrays.equals(before.live().of(id), now.live().of(id))
                || !Objects.equals(before.due(id), now.due(id)));
    return rows;
  }

  private static Report report(
      FreshFold fold, Comparison found, NavigableSet<RowId> wrong, long undecided, int rounds) {
    List<Finding> findings = new ArrayList<>(wrong.stream().map(found::finding).toList());
    findings.addAll(found.stray());
    return new Report(
        fold.records(),
        fold.digest().size(),
        found.compared(),
        fold.digest().hex(),
        found.live().digest(),
        findings,
        undecided,
        rounds);
  }
}
