package dev.mooring.cli.acl;

import java.util.Locale;

/** What a principal does. One that does several things has the rights of each. */
public enum Role {
  /** Publishes events: {@code mooring publish}, or the publishing library. */
  PUBLISHER,
  /** Runs the live lane. */
  TOPOLOGY,
  /** Reads events, rows, dead letters and reference data, and waits until rows are settled. */
  READER,
  /**
   * Makes topics, replays, restores, republishes dead letters and publishes reference data; and may
   * itself allow.
   */
  ADMINISTRATOR;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
