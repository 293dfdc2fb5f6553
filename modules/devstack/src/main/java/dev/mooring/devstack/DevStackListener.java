package dev.mooring.devstack;

import java.time.Duration;

/** Is told how the start of a {@link DevStack} gets on, from several threads. */
public interface DevStackListener {

  /** The parts of a stack. */
  enum Part {
    BROKER,
    REGISTRY
  }

  /** Hears nothing. */
  DevStackListener NONE = new DevStackListener() {};

  /** A part begins to start. */
  default void starting(Part part) {}

  /** A part can be used, so long after it began. */
  default void ready(Part part, Duration took) {}
}
