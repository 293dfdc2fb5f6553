package dev.mooring.cli.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.contract.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The lines of a file that were not published, one JSON object each: {@code line}, {@code problems}
 * and {@code raw}, what stood there. The file is made when there is a first one.
 */
final class RejectedLines implements AutoCloseable {

  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;
  private JsonGenerator out;
  private long count;

  RejectedLines(Path file) {
    this.file = file;
  }

  /** Notes a line and all that is wrong with it. */
  void add(long line, List<Problem> problems, String raw) {
    try {
      JsonGenerator json = out();
      json.writeStartObject();
      json.writeNumberField("line", line);
      json.writeArrayFieldStart("problems");
      for (Problem problem : problems) {
        json.writeString(problem.describe());
      }
      json.writeEndArray();
      json.writeStringField("raw", raw);
      json.writeEndObject();
      json.writeRaw('\n');
      count++;
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  long count() {
    return count;
  }

  @Override
  public void close() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  private JsonGenerator out() throws IOException {
    if (out == null) {
      out = JSON.createGenerator(Files.newBufferedWriter(file));
      out.setRootValueSeparator(null);
    }
    return out;
  }

  private UncheckedIOException unwritable(IOException failed) {
    return new UncheckedIOException("rejected lines cannot be written to " + file, failed);
  }
}
