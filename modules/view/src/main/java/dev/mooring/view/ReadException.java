package dev.mooring.view;

/** A topic that cannot be read; the message says which, and what would help. */
public final class ReadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReadException(String message) {
    super(message);
  }

  ReadException(String message, Throwable cause) {
    super(message, cause);
  }
}
