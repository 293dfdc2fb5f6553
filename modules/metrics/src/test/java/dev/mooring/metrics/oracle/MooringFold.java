package dev.mooring.metrics.oracle;

import dev.mooring.contract.Stage;
import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Reason;
import dev.mooring.metrics.oracle.Mooring.Account;
import dev.mooring.metrics.oracle.Mooring.Kind;
import dev.mooring.metrics.oracle.Mooring.Movement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Section 4.1: the events of one mooring, told in order. */
final class MooringFold {

  private Account account = Account.NONE;
  private boolean restricted;
  private Event firstOpening;
  private final List<Movement> movements = new ArrayList<>();

  private MooringFold() {}

  /**
   * Folds one mooring.
   *
   * @param own its own events, at least one, in any order
   * @param withdrawals of its bank, as far as they touch its city
   */
  static Mooring fold(String city, List<Event> own, List<Event> withdrawals) {
    MooringFold fold = new MooringFold();
    Stream.concat(own.stream(), withdrawals.stream()).sorted(Law.ORDER).forEach(fold::tell);

    List<Event> ordered = own.stream().sorted(Law.ORDER).toList();
    Event first = ordered.getFirst();
    return new Mooring(
        first.getBank(),
        first.getFirm(),
        city,
        ordered.stream().map(Reach::stage).max(Comparator.<Stage>naturalOrder()).orElseThrow(),
        Reach.isApproach(first),
        fold.account,
        fold.restricted,
        daysToOpen(ordered, fold.firstOpening),
        ordered.size(),
        Law.day(first),
        Law.day(ordered.getLast()),
        List.copyOf(fold.movements));
  }

  private void tell(Event event) {
    switch (event.getType()) {
      case ACCOUNT_OPENED -> open(event);
      case ACCOUNT_REPORTED -> {
        seeFrom(Account.NONE, event);
        seeFrom(Account.CLOSED, event);
      }
      case ACCOUNT_ACTIVATED -> {
        seeFrom(Account.NONE, event);
        seeFrom(Account.CLOSED, event);
        change(Account.DORMANT, Account.OPEN);
      }
      case SERVICE_CHANGED, EXIT_NOTIFIED -> seeFrom(Account.NONE, event);
      case RESTRICTION_CHANGED -> {
        seeFrom(Account.NONE, event);
        restrict(event.getChange());
      }
      case DORMANCY_CHANGED -> {
        seeFrom(Account.NONE, event);
        sleep(event.getChange());
      }
      case RELATIONSHIP_CLOSED -> {
        seeFrom(Account.NONE, event);
        close(event);
      }
      case BANK_WITHDREW -> close(event);
      default -> {} // what comes before an account leaves it
    }
  }

  private void open(Event event) {
    if (account == Account.NONE || account == Account.CLOSED) {
      movements.add(new Movement(Kind.OPENED, Law.day(event), null));
      firstOpening = firstOpening == null ? event : firstOpening;
    }
    account = Account.OPEN;
  }

  private void seeFrom(Account before, Event event) {
    if (account == before) {
      movements.add(new Movement(Kind.FIRST_SEEN, Law.day(event), null));
      account = Account.OPEN;
    }
  }

  private void restrict(Change change) {
    if (account != Account.CLOSED) {
      restricted = change == Change.IMPOSED;
    }
  }

  private void sleep(Change change) {
    if (change == Change.ENTERED) {
      change(Account.OPEN, Account.DORMANT);
    } else {
      change(Account.DORMANT, Account.OPEN);
    }
  }

  private void close(Event event) {
    if (account == Account.OPEN || account == Account.DORMANT) {
      movements.add(new Movement(Kind.CLOSED, Law.day(event), reason(event)));
      account = Account.CLOSED;
      restricted = false;
    }
  }

  private void change(Account from, Account to) {
    if (account == from) {
      account = to;
    }
  }

  /** The reason as the rows spell it. */
  static String reason(Event event) {
    return Optional.ofNullable(event.getReason()).map(Reason::name).orElse("UNKNOWN");
  }

  private static OptionalLong daysToOpen(List<Event> ordered, Event opening) {
    Optional<Event> approach = ordered.stream().filter(Reach::isApproach).findFirst();
    boolean known =
        opening != null
            && approach.isPresent()
            && Law.ORDER.compare(approach.get(), opening) < 0
            && approach.get().getPrecision() != Precision.MONTH
            && opening.getPrecision() != Precision.MONTH;
    return known
        ? OptionalLong.of(Law.day(opening).toEpochDay() - Law.day(approach.get()).toEpochDay())
        : OptionalLong.empty();
  }
}
