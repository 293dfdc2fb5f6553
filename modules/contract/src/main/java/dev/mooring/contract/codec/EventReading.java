package dev.mooring.contract.codec;

import dev.mooring.contract.Problem;
import dev.mooring.contract.event.Event;
import java.util.List;
import java.util.Optional;

/** What became of one line, or one CSV record or array element, of a file of events. */
public sealed interface EventReading {

  /** Where it began, counted from 1. */
  long line();

  /** A valid event, with the defaults of the contract filled in. */
  record Read(long line, Event event) implements EventReading {}

  /**
   * Something that is no valid event.
   *
   * @param raw what stood there, without its line end. An array element is told as compact JSON;
   *     bytes that are no UTF-8 are told as U+FFFD; a line over the limit is told by its beginning
   * @param problems all that is wrong with it, at least one. Fields are JSON pointers ({@code
   *     /occurredAt}) or CSV columns ({@code occurredAt})
   * @param read what could be read of it, without the fields that could not: for further checks;
   *     empty when it could not be read to its end
   */
  record Unreadable(long line, String raw, List<Problem> problems, Optional<Event> read)
      implements EventReading {

    /** Something of which nothing is known but its problems. */
    public Unreadable(long line, String raw, List<Problem> problems) {
      this(line, raw, problems, Optional.empty());
    }

    public Unreadable {
      problems = List.copyOf(problems);
    }
  }
}
