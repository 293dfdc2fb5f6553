package dev.mooring.contract.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The settings of all JSON of this package. */
final class Json {

  private static final int NESTING = 100;

  /** Reads strict JSON within the limits of a line. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING)
                  .maxStringLength(EventReaders.MAX_LINE_BYTES)
                  .maxNameLength(EventReaders.MAX_LINE_BYTES)
                  .build())
          .build();

  /** Writes something to a generator. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private Json() {}

  /** A parser that closes what it reads from. */
  static JsonParser parser(Reader in) {
    try {
      return FACTORY.createParser(in).enable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a body writes, as text. */
  static String text(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }
}
