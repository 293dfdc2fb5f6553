package dev.mooring.contract;

import dev.mooring.contract.event.Event;

/** Keys of records: parts separated by {@code /}, with {@code -} for a missing one. */
public final class EventKey {

  /** Stands in a key for a part that is not there; no id can be it. */
  public static final String NONE = "-";

  private static final String SEPARATOR = "/";

  private EventKey() {}

  /** The key of an event: {@code <bank>/<firm>}. It decides the event's partition. */
  public static String of(Event event) {
    return of(event.getBank(), event.getFirm());
  }

  /** Joins the parts of a key, null for a missing one. */
  public static String of(String... parts) {
    StringBuilder key = new StringBuilder();
    for (String part : parts) {
      if (!key.isEmpty()) {
        key.append(SEPARATOR);
      }
      key.append(part == null ? NONE : part);
    }
    return key.toString();
  }

  /**
   * The part of a key that places a row: its first, but the second of {@code bank/<id>/...} and
   * {@code city/<id>/...} in the reasons topic.
   */
  public static String placing(TopicSpec topic, String key) {
    String[] parts = key.split(SEPARATOR, 3);
    return parts[topic.placedByPart()];
  }
}
