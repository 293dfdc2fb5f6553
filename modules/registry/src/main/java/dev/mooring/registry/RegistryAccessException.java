package dev.mooring.registry;

/** The registry refuses the credentials, or their rights. */
public final class RegistryAccessException extends RegistryException {

  private static final long serialVersionUID = 1L;

  RegistryAccessException(String message) {
    super(message);
  }
}
