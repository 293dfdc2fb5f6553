package dev.mooring.metrics;

import dev.mooring.contract.event.Reason;

/**
 * A reason of a kind.
 *
 * @param reason null where the report has none: counted as UNKNOWN
 */
public record ReasonKey(ReasonKind kind, Reason reason) {

  static final String UNKNOWN = "UNKNOWN";

  /** The reason's name in rows and keys. */
  public String word() {
    return reason == null ? UNKNOWN : reason.name();
  }
}
