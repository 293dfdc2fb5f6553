package dev.mooring.contract.codec;

import dev.mooring.contract.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads events of which each stands on a line as JSON. */
final class JsonLinesReader extends LookAheadReader {

  private final Lines lines;

  JsonLinesReader(InputStream in) {
    this(new Lines(in));
  }

  private JsonLinesReader(Lines lines) {
    super(lines);
    this.lines = lines;
  }

  @Override
  EventReading read() throws IOException {
    Lines.Line line = lines.next();
    while (line != null && line.fault() == null && isBlank(line.text())) {
      line = lines.next();
    }
    if (line == null) {
      return null;
    }
    if (line.fault() != null) {
      Problem problem = new Problem("", null, line.fault());
      return new EventReading.Unreadable(line.number(), line.raw(), List.of(problem));
    }
    return EventJson.read(line.number(), line.raw());
  }

  private static boolean isBlank(String text) {
    return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r');
  }
}
