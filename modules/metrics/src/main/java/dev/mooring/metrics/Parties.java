package dev.mooring.metrics;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;

/**
 * The bank and the firm of a key.
 *
 * @param bank null when the report names none
 * @param firm null when the report names none
 */
public record Parties(String bank, String firm) {

  /** The parties that an event names. */
  public static Parties of(Event event) {
    return new Parties(event.getBank(), event.getFirm());
  }

  /** The parties of a key {@code <bank>/<firm>}. */
  public static Parties ofKey(String key) {
    int slash = key.indexOf('/');
    if (slash < 1 || slash == key.length() - 1) {
      throw new IllegalArgumentException("key '" + key + "' should be <bank>/<firm>");
    }
    return new Parties(part(key.substring(0, slash)), part(key.substring(slash + 1)));
  }

  private static String part(String part) {
    return part.equals(EventKey.NONE) ? null : part;
  }

  /** Both named: they can have moorings. */
  public boolean isPair() {
    return bank != null && firm != null;
  }

  /** The key under which their events are published. */
  public String key() {
    return EventKey.of(bank, firm);
  }
}
