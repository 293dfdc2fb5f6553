package dev.mooring.replay.letters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.contract.Formats;
import dev.mooring.contract.event.Event;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * What can be read of the body of a dead letter.
 *
 * @param schemaId id of the schema that it names; empty when it names none
 * @param schema the schema that it was read by; empty when there is none
 * @param guessed whether that is Mooring's own, as the registry does not know the one named
 * @param fields the fields that could be read, as people write events; values that no event has are
 *     told as text
 * @param trouble where and why reading ended; empty when all was read
 * @param event the whole as an event, which may break rules; empty when it is none, or only guessed
 */
public record Contents(
    OptionalInt schemaId,
    Optional<Schema> schema,
    boolean guessed,
    ObjectNode fields,
    Optional<String> trouble,
    Optional<Event> event) {

  /** The id of the event, if one could be read. */
  public Optional<String> id() {
    return Optional.ofNullable(fields.get("id"))
        .map(id -> id.asText().toLowerCase(Locale.ROOT))
        .filter(Formats::isLowerCaseUuid);
  }

  /** The fields as indented JSON. */
  public String json() {
    return fields.toPrettyString();
  }
}
