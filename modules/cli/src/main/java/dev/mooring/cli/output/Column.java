package dev.mooring.cli.output;

import java.util.Locale;
import java.util.function.Function;

/**
 * One field of an answer.
 *
 * @param name the field's name in every format
 * @param value its value in a row: a text, number, boolean or date; null when absent
 * @param number whether tables align it to the right
 */
public record Column<T>(String name, Function<T, Object> value, boolean number) {

  /** A field that is no number. */
  public static <T> Column<T> text(String name, Function<T, Object> value) {
    return new Column<>(name, value, false);
  }

  /** A field that is a number. */
  public static <T> Column<T> number(String name, Function<T, Object> value) {
    return new Column<>(name, value, true);
  }

  /** The same field of something that holds such a row. */
  public <S> Column<S> of(Function<S, T> rowOf) {
    return new Column<>(name, value.compose(rowOf), number);
  }

  /** The value as tables show it: empty when absent, fractions to four places. */
  public String shown(T row) {
    return switch (value.apply(row)) {
      case null -> "";
      case Double fraction -> String.format(Locale.ROOT, "%.4f", fraction);
      case Object other -> other.toString();
    };
  }
}
