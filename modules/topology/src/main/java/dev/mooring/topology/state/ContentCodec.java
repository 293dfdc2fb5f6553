package dev.mooring.topology.state;

import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Position;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Reason;
import dev.mooring.contract.event.Stance;
import dev.mooring.contract.event.Status;
import dev.mooring.contract.event.Tone;
import dev.mooring.metrics.Content;
import dev.mooring.metrics.Fact;

/**
 * Contents as bytes: about 30 for a stub, about 60 for a fact, never more than 256. Each begins
 * with its length, its kind, and what tells it apart, at fixed places, so that one can be looked
 * for among many without reading any.
 */
final class ContentCodec {

  private static final int STUB = 0;
  private static final int FACT = 1;

  private static final int KIND = 1;
  private static final int ID = KIND + 1;
  private static final int FINGERPRINT = ID + 2 * Long.BYTES;
  private static final int REVISION = FINGERPRINT + Long.BYTES;

  private static final EnumCodes<Status> STATUS =
      new EnumCodes<>(Status.class, Status.getClassSchema());
  private static final EnumCodes<EventType> TYPE =
      new EnumCodes<>(EventType.class, EventType.getClassSchema());
  private static final EnumCodes<Precision> PRECISION =
      new EnumCodes<>(Precision.class, Precision.getClassSchema());
  private static final EnumCodes<Outcome> OUTCOME =
      new EnumCodes<>(Outcome.class, Outcome.getClassSchema());
  private static final EnumCodes<Change> CHANGE =
      new EnumCodes<>(Change.class, Change.getClassSchema());
  private static final EnumCodes<Reason> REASON =
      new EnumCodes<>(Reason.class, Reason.getClassSchema());
  private static final EnumCodes<Stance> STANCE =
      new EnumCodes<>(Stance.class, Stance.getClassSchema());
  private static final EnumCodes<Position> POSITION =
      new EnumCodes<>(Position.class, Position.getClassSchema());
  private static final EnumCodes<Tone> TONE = new EnumCodes<>(Tone.class, Tone.getClassSchema());

  private ContentCodec() {}

  static void put(Content content, ByteWriter out) {
    int start = out.size();
    out.putByte(0);
    switch (content) {
      case Content.Superseded stub -> {
        out.putByte(STUB);
        putIdentity(stub, out);
      }
      case Fact fact -> {
        out.putByte(FACT);
        putIdentity(fact, out);
        putSaying(fact, out);
      }
    }
    out.setByte(start, out.size() - start - 1);
  }

  static Content take(ByteReader in) {
    in.takeByte();
    int kind = in.takeByte();
    long idHigh = in.takeFixed();
    long idLow = in.takeFixed();
    long fingerprint = in.takeFixed();
    int revision = in.takeInt();
    return kind == STUB
        ? new Content.Superseded(idHigh, idLow, revision, fingerprint)
        : takeSaying(idHigh, idLow, revision, fingerprint, in);
  }

  /** Where the content behind the one at a place begins. */
  static int next(byte[] bytes, int at) {
    return at + 1 + (bytes[at] & 0xff);
  }

  /** Whether the content at a place is a fact, not a stub. */
  static boolean isFact(byte[] bytes, int at) {
    return bytes[at + KIND] == FACT;
  }

  /** Whether the content at a place is of the same event as another. */
  static boolean isOfEvent(byte[] bytes, int at, Content content) {
    return (long) ByteWriter.FIXED.get(bytes, at + ID) == content.idHigh()
        && (long) ByteWriter.FIXED.get(bytes, at + ID + Long.BYTES) == content.idLow();
  }

  /** Half of the id of the event of the content at a place. */
  static long idLow(byte[] bytes, int at) {
    return (long) ByteWriter.FIXED.get(bytes, at + ID + Long.BYTES);
  }

  /** Whether the content at a place, of the same event as another, is the same. */
  static boolean isSame(byte[] bytes, int at, Content content) {
    return (long) ByteWriter.FIXED.get(bytes, at + FINGERPRINT) == content.fingerprint()
        && new ByteReader(bytes, at + REVISION).takeInt() == content.revision();
  }

  private static void putIdentity(Content content, ByteWriter out) {
    out.putFixed(content.idHigh());
    out.putFixed(content.idLow());
    out.putFixed(content.fingerprint());
    out.putNumber(content.revision());
  }

  private static void putSaying(Fact fact, ByteWriter out) {
    out.putNumber(fact.reportedAt());
    STATUS.put(fact.status(), out);
    TYPE.put(fact.type(), out);
    out.putNumber(fact.occurredAt());
    PRECISION.put(fact.precision(), out);
    putOptional(fact.city(), out);
    putOptional(fact.country(), out);
    OUTCOME.put(fact.outcome(), out);
    CHANGE.put(fact.change(), out);
    REASON.put(fact.reason(), out);
    STANCE.put(fact.stance(), out);
    POSITION.put(fact.position(), out);
    putOptional(fact.programme(), out);
    TONE.put(fact.tone(), out);
  }

  private static Fact takeSaying(
      long idHigh, long idLow, int revision, long fingerprint, ByteReader in) {
    return new Fact(
        idHigh,
        idLow,
        revision,
        fingerprint,
        in.takeNumber(),
        STATUS.take(in),
        TYPE.take(in),
        in.takeNumber(),
        PRECISION.take(in),
        takeOptional(in),
        takeOptional(in),
        OUTCOME.take(in),
        CHANGE.take(in),
        REASON.take(in),
        STANCE.take(in),
        POSITION.take(in),
        takeOptional(in),
        TONE.take(in));
  }

  /** No text of a fact is empty, so the empty text stands for null. */
  private static void putOptional(String text, ByteWriter out) {
    out.putText(text == null ? "" : text);
  }

  private static String takeOptional(ByteReader in) {
    String text = in.takeText();
    return text.isEmpty() ? null : text.intern();
  }
}
