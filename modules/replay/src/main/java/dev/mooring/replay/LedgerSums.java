package dev.mooring.replay;

import java.util.List;
import java.util.Map;

/** The sum that every row of the ledger must be, by the fields of the row. */
public final class LedgerSums {

  private static final String READ = "read";
  private static final List<String> PARTS =
      List.of("standing", "disputed", "retracted", "superseded", "duplicate", "rejected");

  private LedgerSums() {}

  /** Whether as many records were read as became something. */
  public static boolean addUp(Map<String, Object> row) {
    return read(row) == PARTS.stream().mapToLong(part -> count(row, part)).sum();
  }

  /** How many records it tells of. */
  public static long read(Map<String, Object> row) {
    return count(row, READ);
  }

  private static long count(Map<String, Object> row, String field) {
    return row.get(field) instanceof Long count ? count : -1;
  }
}
