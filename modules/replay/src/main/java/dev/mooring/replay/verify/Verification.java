package dev.mooring.replay.verify;

import dev.mooring.contract.Topics;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.ParallelReader;
import dev.mooring.replay.log.Progress;
import dev.mooring.replay.log.RegistrySchemas;
import dev.mooring.replay.verify.Report.Finding;
import dev.mooring.view.ViewConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Proves that the live rows are what the events come to, byte for byte, or names those that are
 * not. It marks the end of the events, waits until the topology has committed everything before the
 * mark, reads the rows, and folds the events up to the mark without the topology.
 *
 * <p>When nothing was published between the mark and the reading of the rows, the proof is of all
 * rows. Else it is of those that nothing of that may have moved; at the others it looks again, with
 * a later mark. A row that was moved at every look is undecided. See {@link Proof}.
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
      Proof proof = new Proof();
      for (int round = 1; ; round++) {
        settling.run();
        LiveRows live = LiveRows.read(reader);
        Map<TopicPartition, Extent> now = mark();
        fold.readTo(mark, reader, progress);
        Comparison found = new Comparison(live, fold.rows());
        if (now.equals(mark)) {
          return report(fold, found, found.findings(), 0, round);
        }
        proof.look(found, fold.readOn(now, reader));
        if (proof.undecided() == 0 || round == MOST_ROUNDS) {
          return report(fold, found, proof.wrong(), proof.undecided(), round);
        }
        mark = mark();
      }
    }
  }

  private Map<TopicPartition, Extent> mark() {
    return reader.extents(List.of(Topics.EVENTS.name()));
  }

  private static Report report(
      FreshFold fold, Comparison found, List<Finding> wrong, long undecided, int rounds) {
    List<Finding> findings = new ArrayList<>(wrong);
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
