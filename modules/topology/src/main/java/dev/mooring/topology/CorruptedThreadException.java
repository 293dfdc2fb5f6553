package dev.mooring.topology;

/** Ends a thread of which an active task was corrupted: see {@link Clients}. */
final class CorruptedThreadException extends RuntimeException {

  CorruptedThreadException() {
    super("a task was corrupted: its thread begins again at the last commit");
  }
}
