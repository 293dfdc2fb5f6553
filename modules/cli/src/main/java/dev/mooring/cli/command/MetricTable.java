package dev.mooring.cli.command;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Output;
import dev.mooring.contract.Suggestions;
import dev.mooring.contract.TopicSpec;
import dev.mooring.view.Row;
import dev.mooring.view.Snapshot;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * One thing that {@code metrics} shows.
 *
 * @param topic where its rows come from
 * @param type of the topic's values
 * @param columns its fields
 * @param idOf the bank, city or country that a row is of
 * @param shown what is shown of the topic's rows, in its order
 * @param whole the fields of the topic's rows, where these are shown as they are
 */
record MetricTable<R extends SpecificRecord, S>(
    TopicSpec topic,
    Class<R> type,
    Columns<S> columns,
    Function<S, String> idOf,
    Function<Stream<Row<R>>, Stream<Row<S>>> shown,
    Optional<Columns<R>> whole) {

  /** Rows of which something is made that is shown. */
  MetricTable(
      TopicSpec topic,
      Class<R> type,
      Columns<S> columns,
      Function<S, String> idOf,
      Function<Stream<Row<R>>, Stream<Row<S>>> shown) {
    this(topic, type, columns, idOf, shown, Optional.empty());
  }

  /** Rows that are shown as they are. */
  static <R extends SpecificRecord> MetricTable<R, R> of(
      TopicSpec topic, Class<R> type, Columns<R> columns, Function<R, String> idOf) {
    return new MetricTable<>(topic, type, columns, idOf, rows -> rows, Optional.of(columns));
  }

  /**
   * What is shown of one id, or of all.
   *
   * @param id null for all
   */
  List<Row<S>> watched(Snapshot source, String id) {
    return shown
        .apply(source.table(topic, type).rows())
        .filter(row -> id == null || id.equalsIgnoreCase(idOf.apply(row.value())))
        .toList();
  }

  /**
   * What is shown of one id, or of all.
   *
   * @param id null for all
   * @throws CommandException when there is nothing of it; names ids that it may have meant
   */
  List<S> chosen(Snapshot source, String id) {
    List<S> chosen = watched(source, id).stream().map(Row::value).toList();
    if (chosen.isEmpty() && id != null) {
      throw new CommandException("no row of '" + id + "' in " + topic.name() + near(source, id));
    }
    return chosen;
  }

  /**
   * Writes all rows, where they are shown as they are: there may be too many to hold as objects.
   *
   * @return whether they are
   */
  boolean writeAll(Snapshot source, Output output) {
    whole.ifPresent(fields -> output.table(fields, source.table(topic, type)));
    return whole.isPresent();
  }

  /** Ids that may be meant, as the end of a message. */
  private String near(Snapshot source, String id) {
    Set<String> ids =
        watched(source, null).stream()
            .map(row -> idOf.apply(row.value()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return Suggestions.didYouMean(id, ids);
  }
}
