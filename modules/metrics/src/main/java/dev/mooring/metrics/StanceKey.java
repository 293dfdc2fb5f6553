package dev.mooring.metrics;

import dev.mooring.contract.event.Stance;

/**
 * What a bank takes a stance on.
 *
 * @param city null when no city is named
 * @param programme null when no programme is named
 */
public record StanceKey(Stance stance, String city, String programme) {

  static StanceKey of(Fact fact) {
    return new StanceKey(fact.stance(), fact.city(), fact.programme());
  }
}
