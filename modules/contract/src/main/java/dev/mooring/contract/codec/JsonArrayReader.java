package dev.mooring.contract.codec;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mooring.contract.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads events that stand in one JSON array, one element at a time. An element that is JSON but no
 * event is one {@code Unreadable}; where the array stops to be JSON, so does the reading, with an
 * {@code Unreadable} that says so.
 */
final class JsonArrayReader extends LookAheadReader {

  private final JsonParser json;
  private boolean ended;

  JsonArrayReader(InputStream in) {
    this(parser(in));
  }

  private JsonArrayReader(JsonParser json) {
    super(json);
    this.json = json;
  }

  private static JsonParser parser(InputStream in) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return Json.parser(new InputStreamReader(in, decoder));
  }

  @Override
  EventReading read() throws IOException {
    if (ended) {
      return null;
    }
    try {
      if (json.currentToken() == null) {
        json.nextToken();
      }
      return json.nextToken() == JsonToken.END_ARRAY ? readEnd() : readElement();
    } catch (JacksonException e) {
      return broken(EventJson.malformed(json, e));
    } catch (CharacterCodingException | CharConversionException e) {
      return broken(new Problem("", null, "should be UTF-8 throughout"));
    }
  }

  private EventReading readElement() throws IOException {
    long line = json.currentTokenLocation().getLineNr();
    BoundedText element = new BoundedText(EventReaders.MAX_LINE_BYTES);
    try (JsonGenerator copy = Json.FACTORY.createGenerator(element)) {
      copy.copyCurrentStructureExact(json);
    }
    if (element.overflown()) {
      String message = "should have at most %d characters".formatted(EventReaders.MAX_LINE_BYTES);
      Problem problem = new Problem("", null, message);
      return new EventReading.Unreadable(line, element.beginning(), List.of(problem));
    }
    return EventJson.read(line, element.toString());
  }

  private EventReading readEnd() throws IOException {
    ended = true;
    if (json.nextToken() == null) {
      return null;
    }
    return broken(new Problem("", json.getText(), "stands behind the array: nothing should"));
  }

  private EventReading broken(Problem problem) {
    ended = true;
    long line = json.currentLocation().getLineNr();
    Problem end = new Problem("", null, "the rest of the array is not read");
    return new EventReading.Unreadable(line, "", List.of(problem, end));
  }
}
