package dev.mooring.metrics;

/** What is known of the account of a mooring. OPEN means: not reported closed. */
public enum Account {
  NONE,
  OPEN,
  DORMANT,
  CLOSED
}
