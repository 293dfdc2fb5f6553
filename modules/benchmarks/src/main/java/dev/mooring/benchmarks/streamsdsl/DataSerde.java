package dev.mooring.benchmarks.streamsdsl;

import dev.mooring.benchmarks.peer.Summary;
import dev.mooring.benchmarks.peer.TallyBytes;
import dev.mooring.metrics.Tally;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes of what lies in tables. */
final class DataSerde {

  private interface Writer<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  private interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  private DataSerde() {}

  static Serde<Tally> tallies() {
    return of(TallyBytes::write, TallyBytes::read);
  }

  static Serde<Summary> summaries() {
    return of(Summary::write, Summary::read);
  }

  static Serde<Part> parts() {
    return of(
        (part, out) -> {
          out.writeUTF(part.cell());
          TallyBytes.write(part.tally(), out);
        },
        in -> new Part(in.readUTF(), TallyBytes.read(in)));
  }

  private static <T> Serde<T> of(Writer<T> writer, Reader<T> reader) {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : write(value, writer),
        (topic, bytes) -> bytes == null ? null : read(bytes, reader));
  }

  private static <T> byte[] write(T value, Writer<T> writer) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      writer.write(value, new DataOutputStream(bytes));
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
  }

  private static <T> T read(byte[] bytes, Reader<T> reader) {
    try {
      return reader.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + bytes.length + " bytes of a table", e);
    }
  }
}
