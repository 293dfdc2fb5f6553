package dev.mooring.replay.letters;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.event.Event;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;

/**
 * Reads a body field by field by the schema that it was written in, as far as it goes, and tells
 * what it read in the form in which people write events.
 */
final class FieldReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Schema written;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private Optional<String> trouble = Optional.empty();

  private FieldReader(Schema written) {
    this.written = written;
  }

  /** What there is to read behind {@code offset}. */
  static FieldReader read(Schema written, byte[] value, int offset) {
    FieldReader reader = new FieldReader(written);
    if (written.getType() == Schema.Type.RECORD) {
      reader.read(DecoderFactory.get().binaryDecoder(value, offset, value.length - offset, null));
    } else {
      reader.trouble = Optional.of("its schema is no record: " + written.getType().getName());
    }
    return reader;
  }

  /** Where and why reading ended; empty when all was read. */
  Optional<String> trouble() {
    return trouble;
  }

  /** What was read. */
  ObjectNode fields() throws IOException {
    Event event = new Event();
    Map<String, Object> foreign = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (!put(event, name, value)) {
            foreign.put(name, value);
          }
        });
    ObjectNode fields = (ObjectNode) JSON.readTree(EventJson.write(event));
    if (!values.containsKey("revision")) {
      fields.remove("revision"); // a number that an event always has
    }
    foreign.forEach((name, value) -> fields.put(name, value.toString()));
    return fields;
  }

  private void read(BinaryDecoder decoder) {
    for (Schema.Field field : written.getFields()) {
      try {
        Object value = new GenericDatumReader<>(field.schema()).read(null, decoder);
        if (value != null) {
          values.put(field.name(), value);
        }
      } catch (IOException | RuntimeException | StackOverflowError unreadable) {
        // Avro has no one exception for bytes that are wrong.
        String why = unreadable instanceof EOFException ? "the bytes end" : unreadable.toString();
        trouble = Optional.of("field '%s' cannot be read: %s".formatted(field.name(), why));
        return;
      }
    }
    trouble = leftOver(decoder);
  }

  private static Optional<String> leftOver(BinaryDecoder decoder) {
    try {
      return decoder.isEnd()
          ? Optional.empty()
          : Optional.of(
              "%d bytes are left over behind the last field"
                  .formatted(decoder.inputStream().available()));
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException("reading from memory failed", impossible);
    }
  }

  /** Whether an event has such a field, and can have the value. */
  private static boolean put(Event event, String name, Object value) {
    Schema.Field field = Event.getClassSchema().getField(name);
    Object own = field == null ? null : own(plain(field.schema()), value);
    if (own == null) {
      return false;
    }
    event.put(field.pos(), own);
    return true;
  }

  /** The value as an event has it; null when it cannot. */
  private static Object own(Schema type, Object value) {
    return switch (type.getType()) {
      case STRING -> value instanceof CharSequence text ? text.toString() : null;
      case INT -> value instanceof Integer number ? number : null;
      case LONG -> value instanceof Long millis ? Instant.ofEpochMilli(millis) : null;
      case ENUM -> value instanceof GenericEnumSymbol<?> symbol ? symbol(type, symbol) : null;
      default -> null;
    };
  }

  private static Object symbol(Schema type, GenericEnumSymbol<?> symbol) {
    for (Object known : SpecificData.get().getClass(type).getEnumConstants()) {
      if (known.toString().equals(symbol.toString()) && !known.toString().equals("UNRECOGNISED")) {
        return known;
      }
    }
    return null;
  }

  private static Schema plain(Schema schema) {
    return schema.getType() != Schema.Type.UNION
        ? schema
        : schema.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElse(schema);
  }
}
