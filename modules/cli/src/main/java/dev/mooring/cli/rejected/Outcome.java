package dev.mooring.cli.rejected;

import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Problem;
import dev.mooring.view.Rejected;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of a letter that was to be published again.
 *
 * @param mark null when it was left as it is
 * @param problem why it was left; null when it was published
 */
public record Outcome(Rejected letter, MendedMark mark, String problem) {

  /** The fields of an answer. */
  public static final Columns<Outcome> COLUMNS =
      Columns.of(
          List.of(
              Column.text("letter", outcome -> outcome.letter().letter().within()),
              Column.text("outcome", outcome -> outcome.isPublished() ? "PUBLISHED" : "LEFT"),
              Column.text("id", outcome -> outcome.isPublished() ? outcome.mark().eventId() : null),
              Column.text(
                  "published",
                  outcome -> outcome.isPublished() ? outcome.mark().published() : null),
              Column.text("problem", Outcome::problem)));

  static Outcome published(Rejected letter, MendedMark mark) {
    return new Outcome(letter, mark, null);
  }

  static Outcome left(Rejected letter, String problem) {
    return new Outcome(letter, null, problem);
  }

  static Outcome left(Rejected letter, List<Problem> problems) {
    return left(letter, problems.stream().map(Problem::describe).collect(Collectors.joining("; ")));
  }

  public boolean isPublished() {
    return mark != null;
  }
}
