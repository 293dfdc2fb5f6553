package dev.mooring.cli.command;

import dev.mooring.cli.CommandException;
import dev.mooring.contract.Lane;
import dev.mooring.contract.Suggestions;
import dev.mooring.contract.row.LaneRow;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** The parameter that names a shadow lane; it may be left out where there is only one. */
final class ShadowParameter {

  @Parameters(
      arity = "0..1",
      paramLabel = "LANE",
      description = "A shadow, such as shadow-1; may be left out when there is only one.")
  private String wanted;

  /**
   * The record of the lane that is asked for.
   *
   * @param records of all lanes, by name
   * @throws CommandException when there is none, or it is not said which
   */
  LaneRow of(Map<String, LaneRow> records) {
    List<String> shadows =
        records.keySet().stream().filter(lane -> !lane.equals(Lane.LIVE.name())).toList();
    if (shadows.isEmpty()) {
      throw new CommandException(
          "there is no shadow lane%s; `mooring replay start` makes one"
              .formatted(wanted == null ? "" : " " + wanted));
    }
    if (wanted == null) {
      return only(shadows, records);
    }
    if (!shadows.contains(wanted)) {
      throw new CommandException(
          "there is no shadow lane '%s'%s There %s: %s"
              .formatted(
                  wanted,
                  ended(Suggestions.didYouMean(wanted, shadows)),
                  shadows.size() == 1 ? "is" : "are",
                  String.join(", ", shadows)));
    }
    return records.get(wanted);
  }

  private static LaneRow only(List<String> shadows, Map<String, LaneRow> records) {
    if (shadows.size() > 1) {
      throw new CommandException(
          "there are several shadow lanes, name one of them: " + String.join(", ", shadows));
    }
    return records.get(shadows.getFirst());
  }

  private static String ended(String question) {
    return question.isEmpty() ? "." : question;
  }
}
