package dev.mooring.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records that take effect together. Of a key with several records the last one stands. */
final class Step {

  private final List<RawRow> rows = new ArrayList<>();
  private final Map<String, List<RawRow>> byTopic = new HashMap<>();

  /** Rows of each topic behind this place have not been sorted. */
  private final Map<String, Integer> sortedUpTo = new HashMap<>();

  void add(RawRow row) {
    rows.add(row);
    byTopic.computeIfAbsent(row.topic.name(), none -> new ArrayList<>()).add(row);
  }

  /**
   * Sorts what has come since the last call. To sort once more at the end is then a merge of long
   * sorted runs, which is much quicker than to sort so many keys that are all over the memory.
   */
  void sortRun() {
    byTopic.forEach(
        (topic, part) -> {
          part.subList(sortedUpTo.getOrDefault(topic, 0), part.size()).sort(RawRow.BY_KEY);
          sortedUpTo.put(topic, part.size());
        });
  }

  int size() {
    return rows.size();
  }

  /** Every record, in the order in which they came. */
  List<RawRow> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** By topic, sorted by key, each key once. */
  Map<String, RawRow[]> sorted() {
    Map<String, RawRow[]> sorted = new HashMap<>();
    byTopic.forEach((topic, part) -> sorted.put(topic, lastOfEachKey(part)));
    return sorted;
  }

  /** Sorting is stable: of equal keys the last one came last. */
  private static RawRow[] lastOfEachKey(List<RawRow> part) {
    RawRow[] all = part.toArray(RawRow[]::new);
    java.util.Arrays.sort(all, RawRow.BY_KEY);
    int kept = 0;
    for (RawRow row : all) {
      boolean again = kept > 0 && RawRow.BY_KEY.compare(all[kept - 1], row) == 0;
      all[again ? kept - 1 : kept++] = row;
    }
    return java.util.Arrays.copyOf(all, kept);
  }
}
