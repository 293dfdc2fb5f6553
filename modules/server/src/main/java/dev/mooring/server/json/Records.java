package dev.mooring.server.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Problem;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.view.EventRecord;
import dev.mooring.view.Rejected;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Events and dead letters, with where and when they were recorded. */
public final class Records {

  private Records() {}

  /** An event. */
  public static void event(JsonGenerator json, EventRecord record) throws IOException {
    json.writeStartObject();
    json.writeFieldName("event");
    json.writeRawValue(EventJson.write(record.event()));
    json.writeNumberField("partition", record.partition());
    json.writeNumberField("offset", record.offset());
    json.writeStringField("recordedAt", record.recorded().toString());
    json.writeBooleanField("latest", record.latest());
    json.writeEndObject();
  }

  /** A dead letter. */
  public static void rejected(JsonGenerator json, Rejected letter) throws IOException {
    json.writeStartObject();
    json.writeStringField("letter", letter.letter().within());
    json.writeStringField("recordedAt", letter.recorded().toString());
    json.writeStringField("reason", letter.reason());
    json.writeArrayFieldStart("problems");
    for (Problem problem : letter.problems()) {
      problem(json, problem, null);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("origin");
    json.writeStringField("topic", letter.topic());
    json.writeNumberField("partition", letter.partition());
    json.writeNumberField("offset", letter.offset());
    json.writeEndObject();
    json.writeStringField("key", text(letter.key()));
    json.writeStringField("value", text(letter.value()));
    json.writeStringField("omitted", letter.omitted().orElse(null));
    json.writeFieldName("mended");
    if (letter.mended().isPresent()) {
      mended(json, letter.mended().get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private static void mended(JsonGenerator json, MendedMark mark) throws IOException {
    json.writeStartObject();
    json.writeStringField("at", mark.at().toString());
    json.writeStringField("id", mark.eventId());
    json.writeObjectFieldStart("published");
    json.writeStringField("topic", mark.published().topic());
    json.writeNumberField("partition", mark.published().partition());
    json.writeNumberField("offset", mark.published().offset());
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * One thing that is wrong.
   *
   * @param suggestion what would be right; null when there is no telling
   */
  public static void problem(JsonGenerator json, Problem problem, String suggestion)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("pointer", pointer(problem.field()));
    json.writeStringField("value", problem.value());
    json.writeStringField("message", problem.message());
    json.writeStringField("suggestion", suggestion);
    json.writeEndObject();
  }

  /** The JSON pointer of a place that may be told by the name of a field. */
  public static String pointer(String field) {
    return field.isEmpty() || field.startsWith("/") ? field : "/" + field;
  }

  /** The text that bytes are; null when they are none. */
  public static String text(Optional<byte[]> bytes) {
    try {
      return bytes.isEmpty()
          ? null
          : UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString();
    } catch (CharacterCodingException noText) {
      return null;
    }
  }
}
