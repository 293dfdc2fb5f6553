package dev.mooring.devstack;

/** Broker or registry could not be started; the message says what to change. */
public final class DevStackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DevStackException(String message) {
    super(message);
  }

  DevStackException(String message, Throwable cause) {
    super(message, cause);
  }
}
