package dev.mooring.topology.intake;

import dev.mooring.contract.EventValidator;
import dev.mooring.contract.Formats;
import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.Channel;
import dev.mooring.contract.event.CityBasis;
import dev.mooring.contract.event.DateBasis;
import dev.mooring.contract.event.Diligence;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Initiator;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Position;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Product;
import dev.mooring.contract.event.Reason;
import dev.mooring.contract.event.Signal;
import dev.mooring.contract.event.Stance;
import dev.mooring.contract.event.Status;
import dev.mooring.contract.event.Tone;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Fingerprint;

/**
 * Reads the fact out of a body in the current Event schema without making an event of it: the way
 * that nearly all records go.
 *
 * <p>It only ever says yes. A body that is unusual in any way, or wrong, it leaves to Avro's own
 * reader and the validator, which know what to say of it. What it accepts is what those accept, and
 * the fact is the same: a test holds the two against each other.
 *
 * <p>The order of the calls is the order of the fields in the schema. For one thread only.
 */
final class FactReader {

  private static final int UUID_BYTES = 36;
  private static final int COUNTRY_BYTES = 2;
  private static final int SOURCE_BYTES = 200;
  private static final int URL_BYTES = 2_000;
  private static final int NOTE_BYTES = 1_000;
  private static final long DAY_MILLIS = 86_400_000L;
  private static final long EARLIEST = EventValidator.EARLIEST.toEpochMilli();
  private static final long LATEST = EventValidator.LATEST.toEpochMilli();

  /** Values of enums by their place in the schema, which is also how they are written. */
  private static final Status[] STATUSES = Status.values();

  private static final EventType[] TYPES = EventType.values();
  private static final Precision[] PRECISIONS = Precision.values();
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Change[] CHANGES = Change.values();
  private static final Reason[] REASONS = Reason.values();
  private static final Stance[] STANCES = Stance.values();
  private static final Position[] POSITIONS = Position.values();
  private static final Tone[] TONES = Tone.values();
  private static final int LAST_CITY_BASIS = CityBasis.values().length - 1;
  private static final int LAST_DATE_BASIS = DateBasis.values().length - 1;
  private static final int LAST_INITIATOR = Initiator.values().length - 1;
  private static final int LAST_CHANNEL = Channel.values().length - 1;
  private static final int LAST_PRODUCT = Product.values().length - 1;
  private static final int LAST_DILIGENCE = Diligence.values().length - 1;
  private static final int LAST_SIGNAL = Signal.values().length - 1;

  private final BodyCursor in = new BodyCursor();
  private final Symbols symbols = new Symbols();
  private final FieldRules rules = new FieldRules();

  /** The fields that are present, as bits: see {@link FieldRules}. */
  private long present;

  /**
   * Reads a fact.
   *
   * @param key of the record; it must be the event's
   * @return null when the body is not of the plain kind
   */
  Fact read(byte[] key, byte[] value, int from) {
    in.open(value, from);
    present = 0;
    takeUuid();
    long idHigh = in.failed() ? 0 : hex(0, 8) << 32 | hex(9, 4) << 16 | hex(14, 4);
    long idLow = in.failed() ? 0 : hex(19, 4) << 48 | hex(24, 12);
    int revision = in.takeSmall(1, Integer.MAX_VALUE);
    takeParties(key);
    if (in.failed()) {
      return null;
    }
    Fact fact =
        takeSaying(idHigh, idLow, revision, Fingerprint.of(value, from, value.length - from));
    return in.failed() || !in.atEnd() ? null : fact;
  }

  private Fact takeSaying(long idHigh, long idLow, int revision, long fingerprint) {
    long reportedAt = takeTime();
    Status status = take(STATUSES);
    int typeNumber = in.takeSmall(1, TYPES.length - 1);
    long occurredAt = takeTime();
    Precision precision = take(PRECISIONS);
    checkPrecision(occurredAt, precision);
    String city = takeSlug(FieldRules.CITY);
    String country = takeCountry();
    Outcome outcome = takeOptional(FieldRules.OUTCOME, OUTCOMES);
    Change change = takeOptional(FieldRules.CHANGE, CHANGES);
    Reason reason = takeOptional(FieldRules.REASON, REASONS);
    Stance stance = takeOptional(FieldRules.STANCE, STANCES);
    Position position = takeOptional(FieldRules.POSITION, POSITIONS);
    String programme = takeSlug(0);
    Tone tone = takeOptional(FieldRules.TONE, TONES);
    checkRest(reportedAt);
    EventType type = TYPES[typeNumber];
    if (!rules.allow(typeNumber, type, change, present)) {
      in.fail();
    }
    return new Fact(
        idHigh,
        idLow,
        revision,
        fingerprint,
        reportedAt,
        status,
        type,
        occurredAt,
        precision,
        city,
        country,
        outcome,
        change,
        reason,
        stance,
        position,
        programme,
        tone);
  }

  /** The fields on which no metric depends still have to be right. */
  private void checkRest(long reportedAt) {
    checkPrecision(reportedAt, take(PRECISIONS));
    in.takeSmall(1, LAST_CITY_BASIS);
    in.takeSmall(1, LAST_DATE_BASIS);
    checkOptional(0, 1, LAST_INITIATOR);
    checkOptional(0, 1, Integer.MAX_VALUE);
    checkOptional(FieldRules.CHANNEL, 1, LAST_CHANNEL);
    checkOptional(FieldRules.PRODUCT, 1, LAST_PRODUCT);
    checkOptional(FieldRules.DILIGENCE, 1, LAST_DILIGENCE);
    checkOptional(FieldRules.NOTICE_DAYS, 0, Integer.MAX_VALUE);
    checkOptional(FieldRules.SIGNAL, 1, LAST_SIGNAL);
    checkPlainText(SOURCE_BYTES);
    if (in.takePresence()) {
      checkUrl();
    }
    if (in.takePresence()) {
      checkPlainText(NOTE_BYTES);
    }
  }

  private void takeUuid() {
    in.takeText(UUID_BYTES);
    if (in.textLength() != UUID_BYTES
        || in.textByte(8) != '-'
        || in.textByte(13) != '-'
        || in.textByte(18) != '-'
        || in.textByte(23) != '-') {
      in.fail();
    }
  }

  private long hex(int from, int digits) {
    long number = 0;
    for (int i = from; i < from + digits; i++) {
      byte c = in.textByte(i);
      if (c >= '0' && c <= '9') {
        number = number << 4 | (c - '0');
      } else if (c >= 'a' && c <= 'f') {
        number = number << 4 | (c - 'a' + 10);
      } else {
        in.fail();
      }
    }
    return number;
  }

  /** Bank and firm are taken from the key: they only have to be the same. */
  private void takeParties(byte[] key) {
    int at = key == null ? -1 : takeParty(FieldRules.BANK, key, 0);
    if (at < 0
        || at >= key.length
        || key[at] != '/'
        || takeParty(FieldRules.FIRM, key, at + 1) != key.length) {
      in.fail();
    }
  }

  /** Where the party ends in the key; -1 when another stands there. */
  private int takeParty(long field, byte[] key, int from) {
    if (!in.takePresence()) {
      return from < key.length && key[from] == '-' ? from + 1 : -1;
    }
    present |= field;
    in.takeText(Formats.SLUG_LENGTH);
    if (!in.textIsSlug() || in.textLength() > key.length - from) {
      return -1;
    }
    for (int i = 0; i < in.textLength(); i++) {
      if (key[from + i] != in.textByte(i)) {
        return -1;
      }
    }
    return from + in.textLength();
  }

  private long takeTime() {
    long time = in.takeNumber();
    if (time < EARLIEST || time > LATEST) {
      in.fail();
    }
    return time;
  }

  private void checkPrecision(long time, Precision precision) {
    boolean plain =
        switch (precision) {
          case INSTANT -> true;
          case DAY -> Math.floorMod(time, DAY_MILLIS) == 0;
          case MONTH -> Math.floorMod(time, DAY_MILLIS) == 0 && startsMonth(time);
          case UNRECOGNISED -> false;
        };
    if (!plain) {
      in.fail();
    }
  }

  private static boolean startsMonth(long time) {
    return java.time.LocalDate.ofEpochDay(Math.floorDiv(time, DAY_MILLIS)).getDayOfMonth() == 1;
  }

  private <E> E take(E[] values) {
    return values[in.takeSmall(1, values.length - 1)];
  }

  private <E> E takeOptional(long field, E[] values) {
    if (!in.takePresence()) {
      return null;
    }
    present |= field;
    return take(values);
  }

  private void checkOptional(long field, int least, int most) {
    if (in.takePresence()) {
      present |= field;
      in.takeSmall(least, most);
    }
  }

  private String takeSlug(long field) {
    if (!in.takePresence()) {
      return null;
    }
    present |= field;
    in.takeText(Formats.SLUG_LENGTH);
    if (!in.textIsSlug()) {
      in.fail();
    }
    return symbols.of(in);
  }

  private String takeCountry() {
    if (!in.takePresence()) {
      return null;
    }
    present |= FieldRules.COUNTRY;
    in.takeText(COUNTRY_BYTES);
    String country = in.textIsPlain() ? symbols.of(in) : "";
    if (!Formats.isCountry(country)) {
      in.fail();
    }
    return country;
  }

  private void checkPlainText(int mostBytes) {
    in.takeText(mostBytes);
    if (!in.textIsPlain()) {
      in.fail();
    }
  }

  private void checkUrl() {
    in.takeText(URL_BYTES);
    if (!in.textIsPlain() || !Formats.isWebAddress(in.text())) {
      in.fail();
    }
  }
}
