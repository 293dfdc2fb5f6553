package dev.mooring.registry;

/** The registry has no such subject, version or Avro schema. */
public final class SchemaNotFoundException extends RegistryException {

  private static final long serialVersionUID = 1L;

  SchemaNotFoundException(String message) {
    super(message);
  }
}
