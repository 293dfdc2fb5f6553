package dev.mooring.benchmarks.edges;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Records as they lie in a topic, in a file: keys, values and headers, ready to be sent again. All
 * have the same headers by name. What reads them does next to nothing for each, so that a producer
 * of them shows what the client can give.
 */
public final class RecordFile {

  private static final int BUFFER = 1 << 20;
  private static final int LENGTH_BYTES = Integer.BYTES;

  private RecordFile() {}

  /** Writes records one by one. */
  public static final class Writer implements AutoCloseable {

    private final DataOutputStream out;
    private boolean begun;

    /** Begins a file. */
    public Writer(Path file) throws IOException {
      this.out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    /** Adds a record. */
    public void add(ConsumerRecord<byte[], byte[]> record) throws IOException {
      Header[] headers = record.headers().toArray();
      if (!begun) {
        begin(headers);
      }
      int length = 2 * LENGTH_BYTES + record.key().length + record.value().length;
      for (Header header : headers) {
        length += LENGTH_BYTES + header.value().length;
      }
      out.writeInt(length);
      write(record.key());
      write(record.value());
      for (Header header : headers) {
        write(header.value());
      }
    }

    private void begin(Header[] headers) throws IOException {
      begun = true;
      out.writeInt(headers.length);
      for (Header header : headers) {
        write(header.key().getBytes(UTF_8));
      }
    }

    private void write(byte[] bytes) throws IOException {
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Reads records one by one. */
  public static final class Reader implements AutoCloseable {

    private final DataInputStream in;
    private final String topic;
    private final List<String> names = new ArrayList<>();

    /** Opens a file, to send what it holds to a topic. */
    public Reader(Path file, String topic) throws IOException {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
      this.topic = topic;
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        names.add(new String(in.readNBytes(in.readInt()), UTF_8));
      }
    }

    /** The next record; the file must hold one. */
    public ProducerRecord<byte[], byte[]> next() throws IOException {
      ByteBuffer record = ByteBuffer.wrap(in.readNBytes(in.readInt()));
      byte[] key = bytes(record);
      byte[] value = bytes(record);
      List<Header> headers = new ArrayList<>(names.size());
      for (String name : names) {
        headers.add(new RecordHeader(name, bytes(record)));
      }
      return new ProducerRecord<>(topic, null, key, value, headers);
    }

    private static byte[] bytes(ByteBuffer record) {
      byte[] bytes = new byte[record.getInt()];
      record.get(bytes);
      return bytes;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
