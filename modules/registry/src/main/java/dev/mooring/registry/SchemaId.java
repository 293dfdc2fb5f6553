package dev.mooring.registry;

import java.util.UUID;

/** What names a schema in a registry. */
public sealed interface SchemaId {

  /** A number that one registry gave. */
  record Numeric(int value) implements SchemaId {
    @Override
    public String toString() {
      return "id " + value;
    }
  }

  /** A number made of the schema itself, the same in every registry. */
  record Guid(UUID value) implements SchemaId {
    @Override
    public String toString() {
      return "GUID " + value;
    }
  }
}
