package dev.mooring.metrics;

/** What rows are about: each event and each mooring counts for one id of each, at the most. */
public enum Scope {
  BANK,
  CITY,
  COUNTRY;

  /** The word in keys and rows. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
