package dev.mooring.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * The digest of a set of events (E in section 3 of the contract): the same for the same events,
 * whatever their order, repeats, timestamps, offsets and partitions. Two clusters with the same
 * digest hold the same history.
 *
 * <p>It is SHA-256 over the sorted distinct sums of the events. The sum of an event is SHA-256 over
 * its key, a zero byte, and its Avro body in the current Event schema, in which id, revision and
 * all the content are. Zero bytes at the end of a body are left out: they are absent fields, so a
 * field that is appended to the schema later changes no digest.
 *
 * <p>It keeps 32 bytes and their object for every event. For one thread only.
 */
public final class EventsDigest {

  private static final int LEAST_TO_COMPACT = 1_024;

  private final MessageDigest sha = Sha256.digest();
  private final SpecificDatumWriter<Event> writer =
      new SpecificDatumWriter<>(Event.getClassSchema());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private List<byte[]> sums = new ArrayList<>();
  private int compactAt = LEAST_TO_COMPACT;
  private BinaryEncoder encoder;

  /** Takes a valid event. */
  public void add(Event event) {
    out.reset();
    encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
    try {
      writer.write(event, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: memory is written", e);
    }
    byte[] body = out.toByteArray();
    add(EventKey.of(event).getBytes(UTF_8), body, 0);
  }

  /**
   * Takes a valid event as it is on the wire.
   *
   * @param body holds the Avro body in the current Event schema, up to its end
   * @param from where the body begins
   */
  public void add(byte[] key, byte[] body, int from) {
    int end = body.length;
    while (end > from && body[end - 1] == 0) {
      end--;
    }
    sha.update(key);
    sha.update((byte) 0);
    sha.update(body, from, end - from);
    addSum(sha.digest());
  }

  /** Takes all events of another one. */
  public void addAll(EventsDigest other) {
    other.sums.forEach(this::addSum);
  }

  /** How many different events, revisions and contents there are. */
  public long size() {
    compact();
    return sums.size();
  }

  /** The digest, in hexadecimal. */
  public String hex() {
    compact();
    sums.forEach(sha::update);
    return HexFormat.of().formatHex(sha.digest());
  }

  private void addSum(byte[] sum) {
    sums.add(sum);
    if (sums.size() >= compactAt) {
      compact();
      compactAt = Math.max(LEAST_TO_COMPACT, 2 * sums.size());
    }
  }

  /** Repeats must not cost memory for ever. */
  private void compact() {
    sums.sort(Arrays::compareUnsigned);
    List<byte[]> distinct = new ArrayList<>(sums.size());
    byte[] last = null;
    for (byte[] sum : sums) {
      if (!Arrays.equals(sum, last)) {
        distinct.add(sum);
        last = sum;
      }
    }
    sums = distinct;
  }
}
