package dev.mooring.registry;

/** The registry refuses a schema, or a setting, as invalid in itself. */
public final class InvalidSchemaException extends RegistryException {

  private static final long serialVersionUID = 1L;

  InvalidSchemaException(String message) {
    super(message);
  }
}
