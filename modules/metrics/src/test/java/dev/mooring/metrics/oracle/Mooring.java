package dev.mooring.metrics.oracle;

import dev.mooring.contract.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the fold of section 4.1 says of one mooring.
 *
 * @param city null where no event names one
 * @param events how many events of its own it has, withdrawals apart
 * @param movements openings, first sights and closings, in the order of the law
 */
record Mooring(
    String bank,
    String firm,
    String city,
    Stage stage,
    boolean observed,
    Account account,
    boolean restricted,
    OptionalLong daysToOpen,
    long events,
    LocalDate firstDay,
    LocalDate lastDay,
    List<Movement> movements) {

  enum Account {
    NONE,
    OPEN,
    DORMANT,
    CLOSED
  }

  enum Kind {
    OPENED,
    FIRST_SEEN,
    CLOSED
  }

  /**
   * A change in the number of accounts.
   *
   * @param reason why it closed; null for the other kinds
   */
  record Movement(Kind kind, LocalDate day, String reason) {}

  boolean isOpen() {
    return account == Account.OPEN;
  }

  /** Whether it counts at a stage of the funnel. */
  boolean inFunnelAt(Stage least) {
    return observed && stage.compareTo(least) >= 0;
  }
}
