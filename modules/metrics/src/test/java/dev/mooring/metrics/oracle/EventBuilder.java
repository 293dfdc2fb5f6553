package dev.mooring.metrics.oracle;

import dev.mooring.contract.EventValidator;
import dev.mooring.contract.Problem;
import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.Channel;
import dev.mooring.contract.event.Diligence;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Position;
import dev.mooring.contract.event.Product;
import dev.mooring.contract.event.Reason;
import dev.mooring.contract.event.Signal;
import dev.mooring.contract.event.Stance;
import dev.mooring.contract.event.Status;
import dev.mooring.contract.event.Tone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes valid events for tests: names what matters, fills in the rest.
 *
 * <pre>{@code
 * Event opened =
 *     event().pair("za-bank", "osl").city("hong-kong").type(ACCOUNT_OPENED).on("2023-03-27").build();
 * Event amended = revisionOf(opened).on("2023-03-28").build();
 * }</pre>
 *
 * <p>Unless told otherwise an event is an OUTREACH_MADE on 2023-01-01, REPORTED on the same day, of
 * no party. What its type requires is filled in: see {@link #type}. Without {@link #id} the id
 * follows from all other fields, so that equal events are one event and different ones are two.
 *
 * <p>A builder may be built from several times. {@link #build} refuses what no publisher could
 * send.
 */
public final class EventBuilder {

  private final Event.Builder event;
  private boolean named;
  private boolean reported;

  private EventBuilder(Event.Builder event) {
    this.event = event;
  }

  /** A new event. */
  public static EventBuilder event() {
    Event.Builder event = Event.newBuilder().setSource("test").setType(EventType.OUTREACH_MADE);
    return new EventBuilder(event).on("2023-01-01");
  }

  /** The next revision of an event: all as it was, until changed. */
  public static EventBuilder revisionOf(Event earlier) {
    return sameAs(earlier).revision(earlier.getRevision() + 1);
  }

  /** The same id and revision, to make another content of it. */
  public static EventBuilder sameAs(Event other) {
    EventBuilder builder = new EventBuilder(Event.newBuilder(other));
    builder.named = true;
    builder.reported = true;
    return builder;
  }

  /** An id whose order among others is that of the numbers: ids break ties in the law. */
  public EventBuilder id(long number) {
    return uuid("00000000-0000-4000-8000-%012x".formatted(number));
  }

  /** An id that follows from a name. */
  public EventBuilder id(String name) {
    return uuid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
  }

  /** The id itself, a UUID in lower case. */
  public EventBuilder uuid(String id) {
    event.setId(id);
    named = true;
    return this;
  }

  public EventBuilder revision(int revision) {
    event.setRevision(revision);
    return this;
  }

  /** Bank and firm at once; null for one that the report does not name. */
  public EventBuilder pair(String bank, String firm) {
    return bank(bank).firm(firm);
  }

  public EventBuilder bank(String bank) {
    event.setBank(bank);
    return this;
  }

  public EventBuilder firm(String firm) {
    event.setFirm(firm);
    return this;
  }

  /** The city, or null; the country is left as it is. */
  public EventBuilder city(String city) {
    event.setCity(city);
    return this;
  }

  public EventBuilder country(String country) {
    event.setCountry(country);
    return this;
  }

  public EventBuilder status(Status status) {
    event.setStatus(status);
    return this;
  }

  public EventBuilder confirmed() {
    return status(Status.CONFIRMED);
  }

  public EventBuilder disputed() {
    return status(Status.DISPUTED);
  }

  public EventBuilder retracted() {
    return status(Status.RETRACTED);
  }

  /**
   * The type. It forgets the fields that only some types have, so give it before them, and sets
   * those that it requires: diligence KYB, outcome APPROVED, change ADDED, IMPOSED or ENTERED,
   * product OPERATING_ACCOUNT, reason BANK_WIND_DOWN, stance APPETITE, position OPEN, signal
   * GUIDANCE, tone NEUTRAL.
   */
  public EventBuilder type(EventType type) {
    TypeFields.choose(event, type);
    return this;
  }

  /** When it occurred: instant, date or month, as in JSON: it sets the precision too. */
  public EventBuilder on(String time) {
    Moment moment = Moment.parse(time);
    event.setOccurredAt(moment.at()).setPrecision(moment.precision());
    return this;
  }

  /** When this revision became public; without it, when the event occurred. */
  public EventBuilder reported(String time) {
    Moment moment = Moment.parse(time);
    event.setReportedAt(moment.at()).setReportedPrecision(moment.precision());
    reported = true;
    return this;
  }

  public EventBuilder outcome(Outcome outcome) {
    event.setOutcome(outcome);
    return this;
  }

  public EventBuilder change(Change change) {
    event.setChange(change);
    return this;
  }

  /** Why, or null where the report does not say. */
  public EventBuilder reason(Reason reason) {
    event.setReason(reason);
    return this;
  }

  public EventBuilder stance(Stance stance, Position position) {
    event.setStance(stance).setPosition(position);
    return this;
  }

  public EventBuilder programme(String programme) {
    event.setProgramme(programme);
    return this;
  }

  public EventBuilder signal(Signal signal, Tone tone) {
    event.setSignal(signal).setTone(tone);
    return this;
  }

  public EventBuilder diligence(Diligence diligence) {
    event.setDiligence(diligence);
    return this;
  }

  public EventBuilder product(Product product) {
    event.setProduct(product);
    return this;
  }

  public EventBuilder channel(Channel channel) {
    event.setChannel(channel);
    return this;
  }

  public EventBuilder noticeDays(int days) {
    event.setNoticeDays(days);
    return this;
  }

  public EventBuilder subjects(int atLeast) {
    event.setSubjects(atLeast);
    return this;
  }

  public EventBuilder source(String source) {
    event.setSource(source);
    return this;
  }

  public EventBuilder url(String url) {
    event.setUrl(url);
    return this;
  }

  public EventBuilder note(String note) {
    event.setNote(note);
    return this;
  }

  /**
   * The event.
   *
   * @throws IllegalStateException with all its problems, if no publisher could send it
   */
  public Event build() {
    Event made = buildUnchecked();
    List<Problem> problems = EventValidator.problems(made);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          problems.stream().map(Problem::describe).collect(Collectors.joining("; ")));
    }
    return made;
  }

  /** The event, be it valid or not: for tests of what refuses it. */
  public Event buildUnchecked() {
    if (!reported) {
      event.setReportedAt(event.getOccurredAt()).setReportedPrecision(event.getPrecision());
    }
    if (!named) {
      event.setId("");
      event.setId(idOf(event.build()));
    }
    return event.build();
  }

  private static String idOf(Event nameless) {
    byte[] content = nameless.toString().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(content).toString();
  }
}
