package dev.mooring.metrics.oracle;

import static dev.mooring.metrics.oracle.EventBuilder.revisionOf;
import static dev.mooring.metrics.oracle.EventBuilder.sameAs;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a history, event by event, as choices tell it: new events, and all that publishers do to
 * earlier ones. Revisions follow on any earlier content, not only on the latest, so that rivals
 * with one revision arise by themselves too.
 */
final class HistoryWriter {

  /** How many earlier contents can still be taken up: bounds the memory of endless histories. */
  private static final int REMEMBERED = 1_000;

  private static final long IDS = 1L << 48;
  private static final long SCATTER = 0x9E3779B97F4BL;

  private final EventDetails details;
  private final long salt;
  private final List<Event> earlier = new ArrayList<>();
  private long told;
  private int remembered;

  HistoryWriter(World world, long salt) {
    this.details = new EventDetails(world);
    this.salt = salt;
  }

  /** What can be done, with how often in a hundred; the simplest first. */
  private enum Act {
    TELL(45),
    RETRACT(7),
    DISPUTE(6),
    LET_STAND_AGAIN(8),
    AMEND_PLACE(6),
    AMEND_TIME(6),
    AMEND_TYPE(5),
    CONTRADICT(4),
    CONTRADICT_LATER(3),
    CHANGE_NOTE_ONLY(3),
    REPEAT(4),
    TAKE_ID_FOR_ANOTHER(3);

    private final int percent;

    Act(int percent) {
      this.percent = percent;
    }

    static Act chosen(Choices choices) {
      int left = choices.below(100);
      for (Act act : values()) {
        left -= act.percent;
        if (left < 0) {
          return act;
        }
      }
      throw new IllegalStateException("shares of acts do not add up to 100");
    }
  }

  Event next(Choices choices) {
    Act act = Act.chosen(choices);
    Event event = earlier.isEmpty() ? tell(choices) : write(act, choices.oneOf(earlier), choices);
    remember(event);
    return event;
  }

  private Event write(Act act, Event before, Choices choices) {
    return switch (act) {
      case TELL -> tell(choices);
      case RETRACT -> details.later(revisionOf(before), choices).retracted().build();
      case DISPUTE -> details.later(revisionOf(before), choices).disputed().build();
      case LET_STAND_AGAIN ->
          details.later(revisionOf(before), choices).status(standing(choices)).build();
      case AMEND_PLACE -> details.place(revisionOf(before), before, choices).build();
      case AMEND_TIME -> details.time(revisionOf(before), choices).build();
      case AMEND_TYPE -> details.type(revisionOf(before), before, choices).build();
      case CONTRADICT -> contradict(before, choices).build();
      case CONTRADICT_LATER -> details.later(contradict(before, choices), choices).build();
      case CHANGE_NOTE_ONLY -> sameAs(before).note("note " + choices.below(3)).build();
      case REPEAT -> before;
      case TAKE_ID_FOR_ANOTHER -> details.fresh(choices).uuid(before.getId()).build();
    };
  }

  private Event tell(Choices choices) {
    told++;
    return details.fresh(choices).id(Math.floorMod((told + salt) * SCATTER, IDS)).build();
  }

  /** Another content with the same id and revision. */
  private EventBuilder contradict(Event before, Choices choices) {
    EventBuilder rival = sameAs(before);
    return switch (choices.below(4)) {
      case 0 -> details.place(rival, before, choices);
      case 1 -> details.time(rival, choices);
      case 2 -> details.type(rival, before, choices);
      default -> rival.status(choices.oneOf(List.of(Status.DISPUTED, Status.RETRACTED)));
    };
  }

  private static Status standing(Choices choices) {
    return choices.oneOf(List.of(Status.REPORTED, Status.CONFIRMED));
  }

  private void remember(Event event) {
    if (earlier.size() < REMEMBERED) {
      earlier.add(event);
    } else {
      earlier.set(remembered, event);
    }
    remembered = (remembered + 1) % REMEMBERED;
  }
}
