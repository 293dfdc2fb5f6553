package dev.mooring.topology.intake;

import java.util.Optional;
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
}
