package dev.mooring.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.io.PrintWriter;

/** Prints text as UTF-8, and takes what is UTF-8 already as it is: much, quickly. */
public final class Utf8Printer extends PrintWriter {

  private final PrintStream stream;

  /** Prints to a stream, which tells nobody when it is broken: as a reader that has seen enough. */
  public Utf8Printer(PrintStream stream) {
    super(stream, false, UTF_8);
    this.stream = stream;
  }

  /** Prints UTF-8 behind what was printed before. */
  public void write(byte[] utf8) {
    flush();
    stream.write(utf8, 0, utf8.length);
  }
}
