package dev.mooring.replay.letters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.contract.event.Event;
import dev.mooring.registry.SchemaHeader;
import dev.mooring.registry.SchemaId;
import dev.mooring.registry.WireFormat;
import dev.mooring.topology.intake.EventBodies;
import dev.mooring.topology.intake.EventBodies.BodyReader;
import dev.mooring.topology.intake.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;

/** Reads what there is to read in the bodies of dead letters. For one thread. */
public final class ContentsReader {

  private final SchemaSource schemas;
  private final EventBodies bodies;

  /** Bodies whose schemas come from {@code schemas}. */
  public ContentsReader(SchemaSource schemas) {
    this.schemas = schemas;
    this.bodies = new EventBodies(schemas);
  }

  /**
   * Reads a body as far as it goes; it never throws for what a body holds.
   *
   * @param headers of the record: they may name the schema
   * @throws dev.mooring.registry.RegistryException when the registry cannot be asked
   */
  public Contents read(Headers headers, byte[] value) {
    try {
      return SchemaHeader.find(headers, false)
          .map(named -> bare(named, value))
          .orElseGet(() -> read(value));
    } catch (SerializationException malformed) {
      return unread(OptionalInt.empty(), malformed.getMessage());
    }
  }

  private Contents bare(SchemaId named, byte[] value) {
    return switch (named) {
      case SchemaId.Numeric(int id) -> read(WireFormat.frame(id, value));
      case SchemaId.Guid(UUID guid) ->
          schemas
              .byGuid(guid)
              .map(
                  written -> contents(OptionalInt.empty(), written, bodies.reader(named), value, 0))
              .orElseGet(
                  () ->
                      unread(
                          OptionalInt.empty(),
                          "the registry does not know the schema of " + named));
    };
  }

  /**
   * Reads a body that begins with the id of its schema.
   *
   * @throws dev.mooring.registry.RegistryException when the registry cannot be asked
   */
  public Contents read(byte[] value) {
    if (!WireFormat.isFramed(value)) {
      return unread(
          OptionalInt.empty(), "it does not begin with 00 and the four bytes of a schema id");
    }
    int id = WireFormat.schemaId(value);
    Optional<Schema> written = schemas.byId(id);
    if (written.isPresent()) {
      return contents(
          OptionalInt.of(id), written.get(), bodies.reader(id), value, WireFormat.PREFIX_LENGTH);
    }
    // Whoever took the id from another registry has written by a schema that is here all the same.
    Contents guess =
        contents(
            OptionalInt.of(id),
            Event.getClassSchema(),
            Optional.empty(),
            value,
            WireFormat.PREFIX_LENGTH);
    return guess.trouble().isEmpty()
        ? guess
        : unread(OptionalInt.of(id), "the registry does not know the schema");
  }

  /** By a schema without a reader of events, which is only guessed. */
  private Contents contents(
      OptionalInt id, Schema written, Optional<BodyReader> reader, byte[] value, int from) {
    FieldReader read = FieldReader.read(written, value, from);
    try {
      return new Contents(
          id,
          Optional.of(written),
          reader.isEmpty(),
          read.fields(),
          read.trouble(),
          reader.flatMap(each -> event(each, value, from)));
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory failed", impossible);
    }
  }

  private Optional<Event> event(BodyReader reader, byte[] value, int from) {
    try {
      return Optional.of(bodies.read(reader, value, from));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static Contents unread(OptionalInt id, String trouble) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return new Contents(
        id, Optional.empty(), false, nothing, Optional.of(trouble), Optional.empty());
  }
}
