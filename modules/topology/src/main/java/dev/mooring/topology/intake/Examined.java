package dev.mooring.topology.intake;

import dev.mooring.contract.Problem;
import dev.mooring.metrics.Fact;
import java.util.List;

/** What a record turned out to be. */
public sealed interface Examined {

  /** A valid event, whose parties are those of its record's key. */
  record Accepted(Fact fact) implements Examined {}

  /**
   * No event.
   *
   * @param problems all that is wrong with it, as far as it could be read
   */
  record Rejected(RejectReason reason, List<Problem> problems) implements Examined {

    static Rejected of(RejectReason reason, String field, Object value, String message) {
      String text = value == null ? null : value.toString();
      return new Rejected(reason, List.of(new Problem(field, text, message)));
    }
  }
}
