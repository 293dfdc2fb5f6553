package dev.mooring.registry;

/** The answer is not one of a schema registry, or not one to this request. */
public final class RegistryProtocolException extends RegistryException {

  private static final long serialVersionUID = 1L;

  RegistryProtocolException(String message) {
    super(message);
  }
}
