package dev.mooring.replay.verify;

import dev.mooring.contract.TopicSpec;
import dev.mooring.replay.asof.RowChange;
import java.util.List;

/**
 * What a verification has found.
 *
 * @param records read of the events topic, rejected ones and repeats included
 * @param events different events, revisions and contents among them
 * @param rows that were compared, the ledger's included
 * @param eventsDigest see {@link dev.mooring.replay.EventsDigest}
 * @param rowsDigest of the live rows, the ledger apart: see {@link LiveRows#digest}
 * @param findings rows that are wrong, by topic and key
 * @param undecided rows that differed, but kept changing: publishing went on
 * @param rounds how often it settled and looked
 */
public record Report(
    long records,
    long events,
    long rows,
    String eventsDigest,
    String rowsDigest,
    List<Finding> findings,
    long undecided,
    int rounds) {

  public Report {
    findings = List.copyOf(findings);
  }

  /**
   * A row that is wrong.
   *
   * @param change from the row that is live to the one that the events come to
   */
  public record Finding(TopicSpec topic, RowChange change) {}

  /** Whether every live row was proved right. */
  public boolean clean() {
    return findings.isEmpty() && undecided == 0;
  }
}
