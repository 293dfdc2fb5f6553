package dev.mooring.topology.intake;

import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;

/** Where the schemas come from with which events were written. */
@FunctionalInterface
public interface SchemaSource {

  /**
   * The schema of an id. It may wait for as long as nobody can answer; an id that was asked for
   * before is answered at once.
   *
   * @return empty when there is no such schema
   */
  Optional<Schema> byId(int id);

  /**
   * The schema of a GUID, which serializers write that put what names the schema into a header.
   * Otherwise as by id.
   *
   * @return empty when there is no such schema; always, from a source that knows ids only
   */
  default Optional<Schema> byGuid(UUID guid) {
    return Optional.empty();
  }
}
