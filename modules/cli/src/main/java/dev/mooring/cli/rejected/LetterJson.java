package dev.mooring.cli.rejected;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Problem;
import dev.mooring.replay.letters.Contents;
import dev.mooring.view.Rejected;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Header;

/** A dead letter as one JSON object, with all its bytes. */
public final class LetterJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final HexFormat HEX = HexFormat.of();

  private LetterJson() {}

  /** The object on one line. */
  public static String of(Rejected letter, Contents contents, Instant now) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      about(json, letter);
      received(json, letter);
      decoded(json, contents);
      mended(json, letter.mended());
      json.writeStringField("advice", Advice.of(letter, contents, now));
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return text.toString();
  }

  private static void about(JsonGenerator json, Rejected letter) throws IOException {
    json.writeStringField("letter", letter.letter().within());
    json.writeStringField("recordedAt", letter.recorded().toString());
    json.writeStringField("reason", letter.reason());
    json.writeArrayFieldStart("problems");
    for (Problem problem : letter.problems()) {
      json.writeStartObject();
      json.writeStringField("field", problem.field());
      json.writeStringField("value", problem.value());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    place(json, "origin", letter.origin());
    json.writeStringField("publishedAt", letter.published().map(Instant::toString).orElse(null));
  }

  private static void received(JsonGenerator json, Rejected letter) throws IOException {
    json.writeStringField("key", letter.key().map(Bytes::text).orElse(null));
    json.writeArrayFieldStart("headers");
    for (Header header : letter.headers()) {
      json.writeStartObject();
      json.writeStringField("name", header.key());
      json.writeStringField("value", header.value() == null ? null : Bytes.text(header.value()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("valueHex", letter.value().map(HEX::formatHex).orElse(null));
    json.writeStringField("omitted", letter.omitted().orElse(null));
  }

  private static void decoded(JsonGenerator json, Contents contents) throws IOException {
    json.writeFieldName("schemaId");
    if (contents.schemaId().isPresent()) {
      json.writeNumber(contents.schemaId().getAsInt());
    } else {
      json.writeNull();
    }
    json.writeStringField("schema", contents.schema().map(Schema::getFullName).orElse(null));
    json.writeBooleanField("schemaGuessed", contents.guessed());
    json.writeFieldName("decoded");
    json.writeRawValue(contents.fields().toString());
    json.writeStringField("undecoded", contents.trouble().orElse(null));
  }

  private static void mended(JsonGenerator json, Optional<MendedMark> mark) throws IOException {
    json.writeFieldName("mended");
    if (mark.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("at", mark.get().at().toString());
    json.writeStringField("id", mark.get().eventId());
    place(json, "published", mark.get().published());
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, String name, LogPlace place) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("topic", place.topic());
    json.writeNumberField("partition", place.partition());
    json.writeNumberField("offset", place.offset());
    json.writeEndObject();
  }
}
