package dev.mooring.cli.command;

import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.contract.TopicSpec;
import dev.mooring.replay.asof.RowChange;
import java.util.List;
import java.util.stream.Stream;

/** A field of a row that is not as it is in another place: a line of a table. */
record DifferingField(String topic, String key, RowChange.Kind change, RowChange.Field field) {

  /** All that differ in a row. */
  static Stream<DifferingField> of(TopicSpec topic, RowChange row) {
    return row.fields().stream()
        .map(field -> new DifferingField(topic.name(), row.key(), row.kind(), field));
  }

  /**
   * The columns of such lines, of which the live row is the first.
   *
   * @param other names the other place
   * @param last says what that makes of the row
   */
  static Columns<DifferingField> columns(String other, Column<DifferingField> last) {
    return Columns.of(
        List.of(
            Column.text("topic", DifferingField::topic),
            Column.text("key", DifferingField::key),
            Column.text("field", line -> line.field().name()),
            Column.text("live", line -> line.field().before()),
            Column.text(other, line -> line.field().after()),
            last));
  }
}
