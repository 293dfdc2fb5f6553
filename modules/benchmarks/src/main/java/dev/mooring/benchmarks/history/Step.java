package dev.mooring.benchmarks.history;

import dev.mooring.contract.event.EventType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The steps of a relationship's life: a chain in which each step leads on to the next with given
 * chances, and waits for its own time before it happens.
 */
enum Step {
  OUTREACH(EventType.OUTREACH_MADE, 10),
  INQUIRY(EventType.INQUIRY_RECEIVED, 10),
  PITCH(EventType.PITCH_DELIVERED, 12),
  PROPOSAL(EventType.PROPOSAL_ISSUED, 10),
  APPLICATION(EventType.APPLICATION_SUBMITTED, 15),
  DILIGENCE(EventType.DUE_DILIGENCE_UPDATED, 9),
  APPROVED(EventType.APPLICATION_DECIDED, 20),
  CONDITIONAL(EventType.APPLICATION_DECIDED, 20),
  DECLINED(EventType.APPLICATION_DECIDED, 25),
  WITHDRAWN(EventType.APPLICATION_DECIDED, 25),
  OPENED(EventType.ACCOUNT_OPENED, 10),
  REPORTED(EventType.ACCOUNT_REPORTED, 30),
  ACTIVATED(EventType.ACCOUNT_ACTIVATED, 6),
  SERVICE_ADDED(EventType.SERVICE_CHANGED, 32),
  SERVICE_REMOVED(EventType.SERVICE_CHANGED, 60),
  RESTRICTED(EventType.RESTRICTION_CHANGED, 60),
  RELEASED(EventType.RESTRICTION_CHANGED, 30),
  DORMANT(EventType.DORMANCY_CHANGED, 120),
  AWAKE(EventType.DORMANCY_CHANGED, 40),
  NOTICE(EventType.EXIT_NOTIFIED, 90),
  CLOSED(EventType.RELATIONSHIP_CLOSED, 45);

  private static final double SPREAD = 0.8;
  private static final Map<Step, Ways> WAYS = ways();

  private static final Ways BEGINNINGS =
      new Ways().to(OUTREACH, 34).to(INQUIRY, 44).to(APPLICATION, 15).to(REPORTED, 7);

  final EventType type;
  private final Duration wait;

  Step(EventType type, int medianDays) {
    this.type = type;
    this.wait = Duration.ofDays(medianDays);
  }

  /** How a relationship begins. */
  static Step first(Dice dice) {
    return BEGINNINGS.draw(dice);
  }

  /** What follows this step; null when nothing more is heard of the relationship. */
  Step next(Dice dice) {
    return WAYS.get(this).draw(dice);
  }

  /** Milliseconds from the step before to this one. */
  long waited(Dice dice) {
    return dice.lognormal(wait, SPREAD);
  }

  private static Map<Step, Ways> ways() {
    Map<Step, Ways> ways = new EnumMap<>(Step.class);
    ways.put(OUTREACH, new Ways().to(PITCH, 40).to(PROPOSAL, 12).to(APPLICATION, 38));
    ways.put(INQUIRY, new Ways().to(PITCH, 30).to(PROPOSAL, 18).to(APPLICATION, 46));
    ways.put(PITCH, new Ways().to(PROPOSAL, 45).to(APPLICATION, 45));
    ways.put(PROPOSAL, new Ways().to(APPLICATION, 86));
    ways.put(
        APPLICATION, new Ways().to(DILIGENCE, 88).to(APPROVED, 4).to(DECLINED, 5).to(WITHDRAWN, 3));
    ways.put(
        DILIGENCE,
        new Ways()
            .to(DILIGENCE, 45)
            .to(APPROVED, 36)
            .to(CONDITIONAL, 6)
            .to(DECLINED, 10)
            .to(WITHDRAWN, 3));
    ways.put(APPROVED, new Ways().to(OPENED, 95));
    ways.put(CONDITIONAL, new Ways().to(DILIGENCE, 20).to(OPENED, 72));
    ways.put(DECLINED, new Ways().to(APPLICATION, 18));
    ways.put(WITHDRAWN, new Ways().to(INQUIRY, 10));
    ways.put(OPENED, new Ways().to(ACTIVATED, 85).to(SERVICE_ADDED, 10));
    ways.put(REPORTED, new Ways().to(SERVICE_ADDED, 60).to(ACTIVATED, 20).to(RESTRICTED, 10));
    ways.put(
        ACTIVATED, new Ways().to(SERVICE_ADDED, 78).to(RESTRICTED, 6).to(DORMANT, 6).to(NOTICE, 4));
    ways.put(
        SERVICE_ADDED,
        new Ways()
            .to(SERVICE_ADDED, 63)
            .to(SERVICE_REMOVED, 9)
            .to(RESTRICTED, 8)
            .to(DORMANT, 6)
            .to(NOTICE, 7));
    ways.put(SERVICE_REMOVED, new Ways().to(SERVICE_ADDED, 50).to(NOTICE, 25));
    ways.put(RESTRICTED, new Ways().to(RELEASED, 60).to(NOTICE, 25));
    ways.put(RELEASED, new Ways().to(SERVICE_ADDED, 65).to(RESTRICTED, 10));
    ways.put(DORMANT, new Ways().to(AWAKE, 50).to(CLOSED, 30));
    ways.put(AWAKE, new Ways().to(SERVICE_ADDED, 55).to(DORMANT, 15));
    ways.put(NOTICE, new Ways().to(CLOSED, 88));
    ways.put(CLOSED, new Ways().to(OPENED, 12).to(APPLICATION, 6));
    return ways;
  }
}
