package dev.mooring.topology.lane;

/** An instance got partitions of a lane that it is not to run any more: it must not touch them. */
final class LaneLeftException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LaneLeftException(String message) {
    super(message);
  }
}
