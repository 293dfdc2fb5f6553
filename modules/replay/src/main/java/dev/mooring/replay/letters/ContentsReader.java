package dev.mooring.replay.letters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.contract.event.Event;
import dev.mooring.registry.WireFormat;
import dev.mooring.topology.intake.EventBodies;
import dev.mooring.topology.intake.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

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
      return contents(id, written.get(), value, false);
    }
    // Whoever took the id from another registry has written by a schema that is here all the same.
    Contents guess = contents(id, Event.getClassSchema(), value, true);
    return guess.trouble().isEmpty()
        ? guess
        : unread(OptionalInt.of(id), "the registry does not know the schema");
  }

  private Contents contents(int id, Schema written, byte[] value, boolean guessed) {
    FieldReader read = FieldReader.read(written, value, WireFormat.PREFIX_LENGTH);
    try {
      return new Contents(
          OptionalInt.of(id),
          Optional.of(written),
          guessed,
          read.fields(),
          read.trouble(),
          guessed ? Optional.empty() : event(id, value));
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory failed", impossible);
    }
  }

  private Optional<Event> event(int id, byte[] value) {
    try {
      EventBodies.BodyReader reader = bodies.reader(id).orElseThrow();
      return Optional.of(bodies.read(reader, value, WireFormat.PREFIX_LENGTH));
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
