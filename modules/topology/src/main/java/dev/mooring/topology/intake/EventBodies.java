package dev.mooring.topology.intake;

import dev.mooring.contract.event.Event;
import dev.mooring.registry.SchemaId;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Reads the Avro body of an event, written in any version of its schema, and writes it in the
 * current one, in which contents are compared. For one thread only.
 */
public final class EventBodies {

  private static final Schema CURRENT = Event.getClassSchema();

  private final SchemaSource schemas;
  private final Map<Integer, BodyReader> readers = new HashMap<>();
  private final Map<UUID, BodyReader> readersByGuid = new HashMap<>();
  private final DatumWriter<Event> writer = new SpecificDatumWriter<>(CURRENT);
  private BinaryDecoder decoder;
  private BinaryEncoder encoder;

  /**
   * What reads the bodies that were written in one schema.
   *
   * @param plain the schema means the same as the current one
   */
  public record BodyReader(DatumReader<Event> reader, boolean plain) {

    static BodyReader of(Schema written) {
      boolean plain =
          SchemaNormalization.parsingFingerprint64(written)
              == SchemaNormalization.parsingFingerprint64(CURRENT);
      return new BodyReader(new SpecificDatumReader<>(written, CURRENT), plain);
    }
  }

  /** Bodies whose schemas come from {@code schemas}. */
  public EventBodies(SchemaSource schemas) {
    this.schemas = schemas;
  }

  /** What reads bodies written in the schema of an id; empty when there is no such schema. */
  public Optional<BodyReader> reader(int schemaId) {
    BodyReader known = readers.get(schemaId);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<BodyReader> reader = schemas.byId(schemaId).map(BodyReader::of);
    reader.ifPresent(found -> readers.put(schemaId, found));
    return reader;
  }

  /** The same for what a header names. */
  public Optional<BodyReader> reader(SchemaId named) {
    return switch (named) {
      case SchemaId.Numeric(int id) -> reader(id);
      case SchemaId.Guid(UUID guid) -> reader(guid);
    };
  }

  private Optional<BodyReader> reader(UUID guid) {
    BodyReader known = readersByGuid.get(guid);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<BodyReader> reader = schemas.byGuid(guid).map(BodyReader::of);
    reader.ifPresent(found -> readersByGuid.put(guid, found));
    return reader;
  }

  /**
   * Reads a body to its end. Avro has no one exception for bytes that are wrong: a text that claims
   * more than 2 GB is an UnsupportedOperationException, a record in itself without end overflows
   * the stack.
   *
   * @throws IOException when the bytes are not what the schema says
   */
  public Event read(BodyReader body, byte[] value, int offset) throws IOException {
    decoder = DecoderFactory.get().binaryDecoder(value, offset, value.length - offset, decoder);
    try {
      Event event = body.reader().read(null, decoder);
      if (!decoder.isEnd()) {
        throw new IOException("bytes are left over behind the event");
      }
      return event;
    } catch (EOFException cut) {
      throw new IOException("the bytes end within the event", cut);
    } catch (AvroRuntimeException
        | ArithmeticException
        | IndexOutOfBoundsException
        | ClassCastException
        | NegativeArraySizeException
        | UnsupportedOperationException
        | StackOverflowError e) {
      throw new IOException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  /** The body in the current schema. */
  public byte[] write(Event event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
    writer.write(event, encoder);
    return out.toByteArray();
  }
}
