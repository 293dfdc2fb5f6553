package dev.mooring.replay.verify;

import dev.mooring.contract.Topics;
import dev.mooring.replay.verify.Report.Finding;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What several looks at the rows prove while publishing goes on. At each look a row that is what it
 * should be at the mark is right. One that is not is wrong when nothing behind the mark may have
 * moved it. Of any other the look proves nothing: some of what is behind the mark is in it, and the
 * rest is not yet.
 */
final class Proof {

  private final NavigableMap<RowId, Finding> wrong = new TreeMap<>();
  private final NavigableSet<RowId> undecided = new TreeSet<>();
  private boolean looked;

  /** Takes one more look. */
  void look(Comparison found, Behind behind) {
    wrong.keySet().retainAll(found.differing());
    undecided.retainAll(found.differing());
    for (RowId id : found.differing()) {
      if (!behind.mayHaveMoved(id)) {
        isWrong(id, found);
      } else if (id.topic().equals(Topics.LEDGER)) {
        lookAtLedger(id, found);
      } else if (!looked) {
        undecided.add(id);
      }
    }
    looked = true;
  }

  /** Rows as they were when they were wrong, but for those that were right later. */
  List<Finding> wrong() {
    return List.copyOf(wrong.values());
  }

  /** How many rows no look has proved right or wrong. */
  long undecided() {
    return undecided.size();
  }

  private void isWrong(RowId id, Comparison found) {
    wrong.put(id, found.finding(id));
    undecided.remove(id);
  }

  /** While publishing goes on it changes with every record; that it adds up is always due. */
  private void lookAtLedger(RowId id, Comparison found) {
    if (found.addsUp(id)) {
      wrong.remove(id);
    } else {
      isWrong(id, found);
    }
  }
}
