package dev.mooring.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts events apart by what they say. Make it after the rows that it is to count. */
final class EventTally {

  private static final Comparator<Optional<String>> ABSENT_FIRST =
      Comparator.comparing(value -> value.orElse(""));

  private final List<Column> columns;
  private final int atMost;
  private final Map<Long, long[]> counts = new HashMap<>();

  EventTally(EventColumns of, List<EventDimension> by, int atMost) {
    this.columns = by.stream().map(dimension -> column(of, dimension)).toList();
    this.atMost = atMost;
    if (columns.stream().mapToDouble(Column::size).reduce(1, (a, b) -> a * b) > Long.MAX_VALUE) {
      throw new IllegalArgumentException("by: too many fields at once for this many ids");
    }
  }

  /** Numbers of events, and the texts that they stand for. */
  private record Column(Numbers numbers, List<String> texts) {

    int size() {
      return texts.size();
    }
  }

  @FunctionalInterface
  private interface Numbers {
    int of(EventChunk chunk, int at);
  }

  /** Counts one event. */
  void add(EventChunk chunk, int at) {
    long key = 0;
    for (Column column : columns) {
      key = key * column.size() + column.numbers.of(chunk, at);
    }
    counts.computeIfAbsent(key, none -> new long[1])[0]++;
    if (counts.size() > atMost) {
      throw new IllegalArgumentException(
          "by: makes more than " + atMost + " counts; ask for less by filters or fewer fields");
    }
  }

  /** What was counted. */
  List<EventCount> counts() {
    if (columns.isEmpty() && counts.isEmpty()) {
      return List.of(new EventCount(List.of(), 0));
    }
    List<EventCount> all = new ArrayList<>();
    counts.forEach((key, count) -> all.add(new EventCount(values(key), count[0])));
    all.sort(EventTally::compare);
    return all;
  }

  private List<Optional<String>> values(long key) {
    List<Optional<String>> values = new ArrayList<>();
    long rest = key;
    for (Column column : columns.reversed()) {
      values.add(Optional.ofNullable(column.texts.get((int) (rest % column.size()))));
      rest /= column.size();
    }
    return values.reversed();
  }

  private static int compare(EventCount a, EventCount b) {
    for (int i = 0; i < a.values().size(); i++) {
      int order = ABSENT_FIRST.compare(a.values().get(i), b.values().get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static Column column(EventColumns of, EventDimension dimension) {
    return switch (dimension) {
      case BANK -> new Column((chunk, at) -> chunk.bank[at], of.banks.texts());
      case FIRM -> new Column((chunk, at) -> chunk.firm[at], of.firms.texts());
      case CITY -> new Column((chunk, at) -> chunk.city[at], of.cities.texts());
      case COUNTRY -> new Column((chunk, at) -> chunk.country[at], of.countries.texts());
      case TYPE -> symbols(EnumNumbers.TYPES, (chunk, at) -> chunk.type[at]);
      case STATUS -> symbols(EnumNumbers.STATUSES, (chunk, at) -> chunk.status[at]);
      case CITY_BASIS -> symbols(EnumNumbers.CITY_BASES, (chunk, at) -> chunk.cityBasis[at]);
      case DATE_BASIS -> symbols(EnumNumbers.DATE_BASES, (chunk, at) -> chunk.dateBasis[at]);
      case PRECISION -> symbols(EnumNumbers.PRECISIONS, (chunk, at) -> chunk.precision[at]);
    };
  }

  private static Column symbols(EnumNumbers<?> symbols, Numbers numbers) {
    return new Column(numbers, symbols.names());
  }
}
