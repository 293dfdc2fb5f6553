package dev.mooring.server.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Writes rows and answers as JSON in UTF-8. */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonFactory FACTORY = MAPPER.getFactory();

  private Json() {}

  /** Writes something to a generator. */
  @FunctionalInterface
  public interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** What a body writes. */
  public static byte[] bytes(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** A tree as text. */
  public static byte[] bytes(JsonNode tree) {
    return bytes(json -> MAPPER.writeTree(json, tree));
  }

  /** An empty object to be filled. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The fields of a row, within an object that the caller begins and ends. */
  public static void fields(JsonGenerator json, SpecificRecord row) throws IOException {
    for (Schema.Field field : row.getSchema().getFields()) {
      json.writeFieldName(field.name());
      value(json, row.get(field.pos()));
    }
  }

  /** A row as an object. */
  public static void row(JsonGenerator json, SpecificRecord row) throws IOException {
    json.writeStartObject();
    fields(json, row);
    json.writeEndObject();
  }

  /** A flat object; null values are written. */
  public static void object(JsonGenerator json, Map<String, ?> values) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, ?> entry : values.entrySet()) {
      json.writeFieldName(entry.getKey());
      value(json, entry.getValue());
    }
    json.writeEndObject();
  }

  /** A number, a boolean or null as such, anything else as text. */
  public static void value(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Long number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean yes -> json.writeBoolean(yes);
      default -> json.writeString(value.toString());
    }
  }
}
