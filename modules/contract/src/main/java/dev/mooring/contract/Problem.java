package dev.mooring.contract;

/**
 * One thing that is wrong with an event or a piece of reference data.
 *
 * @param field where it is: a field name, a CSV column, or a JSON pointer such as {@code
 *     /occurredAt}; empty when it is the whole record
 * @param value what stands there, shortened when long; null when nothing does
 * @param message what would be right, worded to follow field and value
 */
public record Problem(String field, String value, String message) {

  private static final int SHOWN = 120;

  public Problem {
    if (value != null && value.length() > SHOWN) {
      value = value.substring(0, value.offsetByCodePoints(0, SHOWN / 2)) + "...";
    }
  }

  /** The problem as one line for people. */
  public String describe() {
    String subject = field.isEmpty() ? "" : field + " ";
    return value == null ? subject + message : subject + "'" + value + "' " + message;
  }

  /** The same problem, placed otherwise. */
  public Problem at(String place) {
    return new Problem(place, value, message);
  }
}
