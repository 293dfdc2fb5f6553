package dev.mooring.replay.archive;

/** An archive that cannot be made or used; the message names the file or topic, and what helps. */
public final class ArchiveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ArchiveException(String message) {
    super(message);
  }

  ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
