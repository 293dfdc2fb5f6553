package dev.mooring.contract.codec;

import dev.mooring.contract.event.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * One event as a CSV record (RFC 4180). An absent field is empty; a note that is there but empty is
 * written as two quotes.
 */
public final class EventCsv {

  static final String NUMBER_RANGE =
      "should be a whole number from %d to %d".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private static final String HEADER =
      Csv.write(EventField.ALL.stream().map(EventField::name).toList());

  private EventCsv() {}

  /** The names of the fields, in the order in which {@link #write} writes them. */
  public static String header() {
    return HEADER;
  }

  /** The event as one record, without a line end. */
  public static String write(Event event) {
    List<String> cells = new ArrayList<>(EventField.ALL.size());
    for (EventField field : EventField.ALL) {
      Object value = field.written(event);
      cells.add(value == null ? null : value.toString());
    }
    return Csv.write(cells);
  }
}
