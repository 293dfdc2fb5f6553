package dev.mooring.registry;

/** The registry refuses a schema that does not go with earlier ones of its subject. */
public final class IncompatibleSchemaException extends RegistryException {

  private static final long serialVersionUID = 1L;

  IncompatibleSchemaException(String message) {
    super(message);
  }
}
