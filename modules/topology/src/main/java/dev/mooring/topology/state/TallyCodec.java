package dev.mooring.topology.state;

import dev.mooring.contract.event.Reason;
import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Measure;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.ReasonKey;
import dev.mooring.metrics.ReasonKind;
import dev.mooring.metrics.Tally;
import java.util.function.Consumer;

/**
 * Differences as bytes: a version, then part after part. A large difference becomes several: they
 * add up to the same.
 */
public final class TallyCodec {

  private static final int VERSION = 1;

  /** Far below Kafka's usual limit of a record, 1 MB. */
  private static final int ROOM = 256 * 1024;

  static final int TOTALS = 0;
  static final int DAY = 1;
  static final int DAYS_TO_OPEN = 2;
  static final int REASON = 3;
  static final int MEMBER = 4;

  private static final EnumCodes<Reason> REASONS =
      new EnumCodes<>(Reason.class, Reason.getClassSchema());

  private TallyCodec() {}

  /** Writes a difference, in as many pieces as it takes. */
  public static void write(Tally tally, Consumer<byte[]> pieces) {
    Pieces out = new Pieces(pieces);
    if (!tally.totals().isZero()) {
      out.next().putByte(TOTALS);
      putCounts(tally.totals(), out.writer);
    }
    tally
        .days()
        .forEach(
            (counts, day) -> {
              putDay(day, out.next());
              putCounts(counts, out.writer);
            });
    tally
        .daysToOpen()
        .forEach(
            (days, count) -> {
              putDaysToOpen(days, out.next());
              out.writer.putNumber(count);
            });
    tally
        .reasons()
        .forEach(
            (key, count) -> {
              putReason(key, out.next());
              out.writer.putNumber(count);
            });
    tally.forEachMember(
        (member, all) ->
            all.forEach(
                (id, count) -> {
                  putMember(member, id, out.next());
                  out.writer.putNumber(count);
                }));
    out.finish();
  }

  /** Adds a piece of a difference. */
  public static void addTo(TallyParts parts, byte[] piece) {
    ByteReader in = new ByteReader(piece);
    in.expectVersion(VERSION, "a difference");
    while (in.hasMore()) {
      addPart(parts, in);
    }
  }

  private static void addPart(TallyParts parts, ByteReader in) {
    switch (in.takeByte()) {
      case TOTALS -> parts.addTotals(takeCounts(in));
      case DAY -> parts.addDay(in.takeInt(), takeCounts(in));
      case DAYS_TO_OPEN -> parts.addDaysToOpen(in.takeNumber(), in.takeNumber());
      case REASON -> parts.addReason(takeReason(in), in.takeNumber());
      case MEMBER -> {
        Member member = Member.of(in.takeByte());
        parts.addMember(member, in.takeText(), in.takeNumber());
      }
      default -> throw new IllegalStateException("a difference has a part of unknown kind");
    }
  }

  private static void putDay(int day, ByteWriter out) {
    out.putByte(DAY);
    out.putNumber(day);
  }

  static void putDaysToOpen(long days, ByteWriter out) {
    out.putByte(DAYS_TO_OPEN);
    out.putNumber(days);
  }

  static void putReason(ReasonKey key, ByteWriter out) {
    out.putByte(REASON);
    out.putByte(key.kind().code());
    REASONS.put(key.reason(), out);
  }

  static ReasonKey takeReason(ByteReader in) {
    ReasonKind kind = ReasonKind.of(in.takeByte());
    return new ReasonKey(kind, REASONS.take(in));
  }

  static void putMember(Member member, String id, ByteWriter out) {
    out.putByte(MEMBER);
    out.putByte(member.code());
    out.putText(id);
  }

  static void putCounts(Counts counts, ByteWriter out) {
    out.putByte(counts.size());
    counts.forEach(
        (measure, sum) -> {
          out.putByte(measure.code());
          out.putNumber(sum);
        });
  }

  static Counts takeCounts(ByteReader in) {
    Counts counts = new Counts();
    int size = in.takeByte();
    for (int i = 0; i < size; i++) {
      Measure measure = Measure.of(in.takeByte());
      counts.add(measure, in.takeNumber());
    }
    return counts;
  }

  /** Ends a piece when it is full. */
  private static final class Pieces {

    private final ByteWriter writer = new ByteWriter();
    private final Consumer<byte[]> consumer;

    Pieces(Consumer<byte[]> consumer) {
      this.consumer = consumer;
    }

    ByteWriter next() {
      if (writer.size() > ROOM) {
        finish();
      }
      if (writer.size() == 0) {
        writer.putByte(VERSION);
      }
      return writer;
    }

    void finish() {
      if (writer.size() > 0) {
        consumer.accept(writer.take());
      }
    }
  }
}
