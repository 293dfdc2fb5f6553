package dev.mooring.server;

/** A server that cannot start; the message says why, and what would help. */
public final class ServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
