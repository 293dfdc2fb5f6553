package dev.mooring.benchmarks.peer;

import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Measure;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Numbers in zigzag encoding, seven bits a byte, and what is made of them. */
public final class Numbers {

  private Numbers() {}

  /** Writes a number. */
  public static void write(long number, DataOutput out) throws IOException {
    long rest = (number << 1) ^ (number >> 63);
    while ((rest & ~0x7fL) != 0) {
      out.writeByte((int) (rest | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  /** Reads a number. */
  public static long read(DataInput in) throws IOException {
    long zigzag = 0;
    int shift = 0;
    byte next;
    do {
      next = in.readByte();
      zigzag |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  /** Writes bytes with their number before them. */
  public static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
    write(bytes.length, out);
    out.write(bytes);
  }

  /** Reads bytes with their number before them. */
  public static byte[] readBytes(DataInput in) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(read(in))];
    in.readFully(bytes);
    return bytes;
  }

  /** Writes byte arrays, how many first. */
  public static void writeAll(List<byte[]> pieces, DataOutput out) throws IOException {
    write(pieces.size(), out);
    for (byte[] piece : pieces) {
      writeBytes(piece, out);
    }
  }

  /** Reads byte arrays. */
  public static List<byte[]> readAll(DataInput in) throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    for (long left = read(in); left > 0; left--) {
      pieces.add(readBytes(in));
    }
    return pieces;
  }

  /** Writes counts: how many first, then measure and sum of each. */
  public static void writeCounts(Counts counts, DataOutput out) throws IOException {
    long[] pairs = new long[2 * counts.size()];
    int[] at = {0};
    counts.forEach(
        (measure, sum) -> {
          pairs[at[0]++] = measure.code();
          pairs[at[0]++] = sum;
        });
    write(counts.size(), out);
    for (long number : pairs) {
      write(number, out);
    }
  }

  /** Reads counts. */
  public static Counts readCounts(DataInput in) throws IOException {
    Counts counts = new Counts();
    for (long left = read(in); left > 0; left--) {
      Measure measure = Measure.of((int) read(in));
      counts.add(measure, read(in));
    }
    return counts;
  }
}
