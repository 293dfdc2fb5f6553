package dev.mooring.benchmarks.peer;

import dev.mooring.contract.Topics;
import dev.mooring.metrics.RowKeys;
import dev.mooring.metrics.Rows;
import java.util.function.Consumer;

/** The rows of moorings and stances, which the relationships make by themselves. */
public final class ChangedRows {

  private ChangedRows() {}

  /** Makes the rows that changed. */
  public static void forEach(Changes outbox, Consumer<Row> rows) {
    outbox
        .moorings()
        .forEach(
            (mooring, state) ->
                rows.accept(
                    new Row(
                        Topics.MOORINGS,
                        RowKeys.mooring(mooring.pair(), mooring.city()),
                        Rows.mooring(mooring.pair(), mooring.city(), state))));
    outbox
        .stances()
        .forEach(
            (stance, last) ->
                rows.accept(
                    new Row(
                        Topics.STANCES,
                        RowKeys.stance(stance.parties(), stance.key()),
                        Rows.stance(stance.parties(), stance.key(), last))));
  }
}
