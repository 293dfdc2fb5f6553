package dev.mooring.topology.state;

import dev.mooring.metrics.Content;
import dev.mooring.metrics.Fact;
import dev.mooring.topology.state.WithdrawalMessage.GoOn;
import dev.mooring.topology.state.WithdrawalMessage.Stands;
import dev.mooring.topology.state.WithdrawalMessage.StandsNoMore;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Messages of the withdrawals topic as bytes. */
public final class WithdrawalCodec {

  private static final int VERSION = 1;
  private static final int STANDS = 1;
  private static final int STANDS_NO_MORE = 2;
  private static final int GO_ON = 3;

  private WithdrawalCodec() {}

  /** The key of a message. */
  public static byte[] key(WithdrawalMessage message) {
    return message.bank().getBytes(StandardCharsets.UTF_8);
  }

  /** The value of a message. */
  public static byte[] value(WithdrawalMessage message) {
    ByteWriter out = new ByteWriter();
    out.putByte(VERSION);
    switch (message) {
      case Stands(String bank, Fact withdrawal) -> {
        out.putByte(STANDS);
        ContentCodec.put(withdrawal, out);
      }
      case StandsNoMore(String bank, Content withdrawal) -> {
        out.putByte(STANDS_NO_MORE);
        ContentCodec.put(withdrawal, out);
      }
      case GoOn(String bank, int partition) -> {
        out.putByte(GO_ON);
        out.putNumber(partition);
      }
    }
    return out.take();
  }

  /** The message of a record. */
  public static WithdrawalMessage read(byte[] key, byte[] value) {
    String bank = new String(key, StandardCharsets.UTF_8);
    ByteReader in = open(value);
    return switch (in.takeByte()) {
      case STANDS -> new Stands(bank, (Fact) ContentCodec.take(in));
      case STANDS_NO_MORE -> new StandsNoMore(bank, ContentCodec.take(in));
      case GO_ON -> new GoOn(bank, in.takeInt());
      default -> throw new IllegalStateException("a withdrawal message of unknown kind");
    };
  }

  /** The partition to which a message goes; empty for all. */
  public static OptionalInt partition(byte[] value) {
    ByteReader in = open(value);
    return in.takeByte() == GO_ON ? OptionalInt.of(in.takeInt()) : OptionalInt.empty();
  }

  private static ByteReader open(byte[] value) {
    ByteReader in = new ByteReader(value);
    in.expectVersion(VERSION, "a withdrawal message");
    return in;
  }
}
