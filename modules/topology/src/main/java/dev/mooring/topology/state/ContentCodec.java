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

/** Contents as bytes: about 30 for a stub, about 60 for a fact. */
final class ContentCodec {

  private static final int STUB = 0;
  private static final int FACT = 1;

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
  }

  static Content take(ByteReader in) {
    int kind = in.takeByte();
    long idHigh = in.takeFixed();
    long idLow = in.takeFixed();
    int revision = in.takeInt();
    long fingerprint = in.takeFixed();
    return kind == STUB
        ? new Content.Superseded(idHigh, idLow, revision, fingerprint)
        : takeSaying(idHigh, idLow, revision, fingerprint, in);
  }

  static Fact takeFact(ByteReader in) {
    return (Fact) take(in);
  }

  private static void putIdentity(Content content, ByteWriter out) {
    out.putFixed(content.idHigh());
    out.putFixed(content.idLow());
    out.putNumber(content.revision());
    out.putFixed(content.fingerprint());
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
    return text.isEmpty() ? null : text;
  }
}
