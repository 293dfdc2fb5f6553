package dev.mooring.cli.command;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.output.Columns;
import dev.mooring.contract.Suggestions;
import dev.mooring.contract.TopicSpec;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * One thing that {@code metrics} shows.
 *
 * @param topic where its rows come from
 * @param type of the topic's values
 * @param columns its fields
 * @param idOf the bank, city or country that a row is of
 * @param shown what is shown of the topic's rows, in its order
 */
record MetricTable<R extends SpecificRecord, S>(
    TopicSpec topic,
    Class<R> type,
    Columns<S> columns,
    Function<S, String> idOf,
    Function<Collection<R>, Collection<S>> shown) {

  /** Rows that are shown as they are. */
  static <R extends SpecificRecord> MetricTable<R, R> of(
      TopicSpec topic, Class<R> type, Columns<R> columns, Function<R, String> idOf) {
    return new MetricTable<>(topic, type, columns, idOf, rows -> rows);
  }

  /**
   * What is shown of one id.
   *
   * @param id null for all
   * @throws CommandException when there is nothing of it; names ids that it may have meant
   */
  Collection<S> chosen(Collection<R> rows, String id) {
    Collection<S> all = shown.apply(rows);
    if (id == null) {
      return all;
    }
    List<S> chosen = all.stream().filter(row -> id.equalsIgnoreCase(idOf.apply(row))).toList();
    if (chosen.isEmpty()) {
      Set<String> ids = all.stream().map(idOf).filter(Objects::nonNull).collect(Collectors.toSet());
      throw new CommandException(
          "no row of '" + id + "' in " + topic.name() + Suggestions.didYouMean(id, ids));
    }
    return chosen;
  }
}
