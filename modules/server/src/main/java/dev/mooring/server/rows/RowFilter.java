package dev.mooring.server.rows;

import dev.mooring.view.Row;
import dev.mooring.view.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which rows of a topic are asked for. All that is asked, but {@code account} and {@code stage},
 * can be told from the key alone, so that a withdrawn row is filtered as it was.
 *
 * @param asked the values that are asked for by filter name; nothing is asked of other names
 * @param geography where things are, for {@code country}
 */
public record RowFilter(
    RowTopic topic, Map<String, Set<String>> asked, Supplier<Geography> geography) {

  private static final Set<String> OF_ROWS = Set.of("account", "stage");
  private static final String NONE = "-";

  public RowFilter {
    asked = Map.copyOf(asked);
  }

  /** The rows of a table that pass, in key order, those behind a key if one is given. */
  public <R extends SpecificRecord> Stream<Row<R>> of(Table<R> table, String after) {
    return begin(table, after).filter(row -> passes(row.key(), row.value()));
  }

  /** Whether a row passes. */
  public boolean passes(String key, SpecificRecord row) {
    return passesKey(key) && passesRow(row);
  }

  /** Whether the rows of a key pass, as far as can be told without one. */
  public boolean passesKey(String key) {
    if (asked.isEmpty()) {
      return true;
    }
    String[] parts = key.split("/", -1);
    return asked.keySet().stream()
        .filter(name -> !OF_ROWS.contains(name))
        .allMatch(name -> passes(name, parts));
  }

  /** Whether a row passes, of which the key does. */
  public boolean passesRow(SpecificRecord row) {
    return OF_ROWS.stream()
        .filter(asked::containsKey)
        .allMatch(name -> asked.get(name).contains(text(row, name)));
  }

  private <R extends SpecificRecord> Stream<Row<R>> begin(Table<R> table, String after) {
    Set<String> first = asked.getOrDefault(topic.keyFields().getFirst(), Set.of());
    if (first.size() != 1) {
      return after == null ? table.rows() : table.rowsAfter(after);
    }
    String id = first.iterator().next();
    Stream<Row<R>> found =
        topic.keyFields().size() == 1
            ? table.get(id).map(row -> new Row<>(id, row)).stream()
            : table.rowsWithPrefix(id + "/");
    return after == null ? found : found.filter(row -> Keys.ORDER.compare(row.key(), after) > 0);
  }

  private boolean passes(String name, String[] parts) {
    Set<String> values = asked.get(name);
    return switch (name) {
      case "from" -> !day(parts).isBefore(LocalDate.parse(only(values)));
      case "to" -> !day(parts).isAfter(LocalDate.parse(only(values)));
      case "country" -> inCountry(values, parts);
      default -> values.contains(part(name, parts));
    };
  }

  private boolean inCountry(Set<String> countries, String[] parts) {
    if (topic == RowTopic.COUNTRIES) {
      return countries.contains(parts[0]);
    }
    String city = part("city", parts);
    if (city != null && !city.equals(NONE)) {
      return geography.get().countryOfCity(city).filter(countries::contains).isPresent();
    }
    String bank = part("bank", parts);
    return (topic == RowTopic.BANKS || topic == RowTopic.BANK_DAILY || isReasonOf("bank", parts))
        && geography.get().countryOfBank(bank).filter(countries::contains).isPresent();
  }

  /** A part of the key; the reasons name bank and city by scope and id. */
  private String part(String name, String[] parts) {
    if (topic == RowTopic.REASONS && (name.equals("bank") || name.equals("city"))) {
      return isReasonOf(name, parts) ? parts[1] : null;
    }
    int place = topic.keyFields().indexOf(name);
    return place < 0 || place >= parts.length ? null : parts[place];
  }

  private boolean isReasonOf(String scope, String[] parts) {
    return topic == RowTopic.REASONS && parts[0].equals(scope);
  }

  private LocalDate day(String[] parts) {
    return LocalDate.parse(part("day", parts));
  }

  private static String only(Set<String> values) {
    return List.copyOf(values).getFirst();
  }

  private static String text(SpecificRecord row, String field) {
    return Objects.toString(row.get(row.getSchema().getField(field).pos()), NONE);
  }
}
