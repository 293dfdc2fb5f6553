package dev.mooring.server.rows;

import dev.mooring.view.Row;
import dev.mooring.view.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Pages of filtered and sorted rows. A page takes no more memory than its rows. */
public final class Pages {

  private Pages() {}

  /**
   * Some of the rows.
   *
   * @param next the cursor of the following page; empty when there is none
   */
  public record Page<R>(List<Row<R>> rows, Optional<String> next) {}

  /**
   * A page of a table.
   *
   * @param sort as the caller wrote it; empty for the order of keys
   * @throws IllegalArgumentException when the sort or the cursor is none of this table
   */
  public static <R extends SpecificRecord> Page<R> page(
      Table<R> table, RowFilter filter, String sort, Optional<String> cursor, int limit) {
    Optional<Cursor> from = cursor.map(text -> cursor(text, sort));
    if (sort.isEmpty()) {
      return byKey(filter.of(table, from.map(Cursor::key).orElse(null)), limit);
    }
    Sort order =
        Sort.parse(sort, filter.topic().schema())
            .orElseThrow(() -> new IllegalArgumentException("sort: " + sort + " is no field"));
    return sorted(filter, table, order, sort, from, limit);
  }

  private static Cursor cursor(String text, String sort) {
    return Cursor.decode(text)
        .filter(found -> found.sort().equals(sort))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "cursor: '"
                        + text
                        + "' is not of this list, should be the `next` of its page before, with"
                        + " the same sort"));
  }

  private static <R extends SpecificRecord> Page<R> byKey(Stream<Row<R>> rows, int limit) {
    List<Row<R>> found = rows.limit(limit + 1L).toList();
    return cut(found, limit, last -> new Cursor("", null, last.key()));
  }

  private static <R extends SpecificRecord> Page<R> sorted(
      RowFilter filter, Table<R> table, Sort sort, String asked, Optional<Cursor> from, int limit) {
    Comparator<Row<? extends SpecificRecord>> order = sort.order();
    PriorityQueue<Row<R>> first = new PriorityQueue<>(order.reversed());
    Stream<Row<R>> rows = filter.of(table, null);
    if (from.isPresent()) {
      Object value = typed(from.get(), filter.topic(), sort);
      String key = from.get().key();
      rows = rows.filter(row -> sort.compare(sort.value(row.value()), row.key(), value, key) > 0);
    }
    rows.forEach(
        row -> {
          first.add(row);
          if (first.size() > limit + 1) {
            first.poll();
          }
        });
    List<Row<R>> found = new ArrayList<>(first);
    found.sort(order);
    return cut(
        found, limit, last -> new Cursor(asked, Cursor.text(sort.value(last.value())), last.key()));
  }

  private static Object typed(Cursor cursor, RowTopic topic, Sort sort) {
    try {
      return cursor.typed(topic.schema(), sort.field());
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException(
          "cursor: '" + cursor.encode() + "' is not of this list", malformed);
    }
  }

  private static <R> Page<R> cut(
      List<Row<R>> found, int limit, java.util.function.Function<Row<R>, Cursor> place) {
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<Row<R>> rows = List.copyOf(found.subList(0, limit));
    return new Page<>(rows, Optional.of(place.apply(rows.getLast()).encode()));
  }
}
