package dev.mooring.registry;

/**
 * No registry could be reached or able to answer, however often it was asked. Trying later may
 * help.
 */
public final class RegistryUnavailableException extends RegistryException {

  private static final long serialVersionUID = 1L;

  RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
