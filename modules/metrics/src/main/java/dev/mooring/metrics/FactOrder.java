package dev.mooring.metrics;

import dev.mooring.contract.event.EventType;
import java.util.Comparator;

/** The two orders of section 3 of the contract. */
public final class FactOrder {

  /**
   * What came first in a relationship's life: by {@code occurredAt}, then type in the order of
   * section 2.2, then the id as text. Lower-case hexadecimal text sorts like unsigned numbers.
   */
  public static final Comparator<Fact> LIFE = FactOrder::compareInLife;

  /**
   * Which of two contents of one event stands: the highest revision; then the later {@code
   * reportedAt}; then the greater in Avro's sort order of the Event record. The fields that a fact
   * has come first in that record, so those behind them can decide only between contents that make
   * the same rows.
   */
  public static final Comparator<Fact> STANDING =
      Comparator.comparingInt(Fact::revision)
          .thenComparingLong(Fact::reportedAt)
          .thenComparing(FactOrder::compareAsAvro);

  /** Avro orders a union by its branch first, and null is the first branch of ours. */
  private static final Comparator<Fact> AS_AVRO =
      Comparator.comparing(Fact::status)
          .thenComparing(Fact::type)
          .thenComparingLong(Fact::occurredAt)
          .thenComparing(Fact::precision)
          .thenComparing(Fact::city, nullFirst())
          .thenComparing(Fact::country, nullFirst())
          .thenComparing(Fact::outcome, nullFirst())
          .thenComparing(Fact::change, nullFirst())
          .thenComparing(Fact::reason, nullFirst())
          .thenComparing(Fact::stance, nullFirst())
          .thenComparing(Fact::position, nullFirst())
          .thenComparing(Fact::programme, nullFirst())
          .thenComparing(Fact::tone, nullFirst());

  private FactOrder() {}

  private static int compareInLife(Fact one, Fact other) {
    return compareInLife(one.occurredAt(), one.type(), one.idHigh(), one.idLow(), other);
  }

  /** The same of a fact of which only that is known by which it is ordered. */
  static int compareInLife(long occurredAt, EventType type, long idHigh, long idLow, Fact other) {
    int byTime = Long.compare(occurredAt, other.occurredAt());
    if (byTime != 0) {
      return byTime;
    }
    int byType = type.compareTo(other.type());
    if (byType != 0) {
      return byType;
    }
    int byHigh = Long.compareUnsigned(idHigh, other.idHigh());
    return byHigh != 0 ? byHigh : Long.compareUnsigned(idLow, other.idLow());
  }

  private static int compareAsAvro(Fact one, Fact other) {
    return AS_AVRO.compare(one, other);
  }

  private static <T extends Comparable<? super T>> Comparator<T> nullFirst() {
    return Comparator.nullsFirst(Comparator.naturalOrder());
  }
}
