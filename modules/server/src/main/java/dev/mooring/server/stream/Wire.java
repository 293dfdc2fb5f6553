package dev.mooring.server.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** Server-sent events as bytes (WHATWG HTML, 9.2). */
final class Wire {

  private static final byte[] END = "\n\n".getBytes(UTF_8);

  private final OutputStream out;
  private long longestNanos;

  Wire(OutputStream out) {
    this.out = out;
  }

  /** Tells the client how soon to come again, should the connection break. */
  void retry(long millis) throws IOException {
    out.write(("retry: " + millis + "\n\n").getBytes(UTF_8));
  }

  void event(String name, String id, byte[] data) throws IOException {
    out.write(("id: " + id + "\nevent: " + name + "\ndata: ").getBytes(UTF_8));
    out.write(data);
    out.write(END);
  }

  void comment() throws IOException {
    out.write(":\n\n".getBytes(UTF_8));
  }

  /** Sends what was written; how long that takes says how fast the client reads. */
  void flush() throws IOException {
    out.flush();
  }

  /** Writes something and remembers how long it took. */
  void timed(Writing writing) throws IOException {
    long began = System.nanoTime();
    writing.write();
    out.flush();
    longestNanos = Math.max(longestNanos, System.nanoTime() - began);
  }

  /** The longest time that writing took since this was asked last. */
  long longestNanos() {
    long longest = longestNanos;
    longestNanos = 0;
    return longest;
  }

  /** Writes. */
  @FunctionalInterface
  interface Writing {
    void write() throws IOException;
  }
}
