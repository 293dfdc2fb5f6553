package dev.mooring.view;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How far topics were read: the offset of the next record, by partition. Partitions that are not
 * named were not read.
 *
 * @param next offsets of the next records; none negative
 */
public record Position(Map<TopicPartition, Long> next) {

  /** Nothing was read. */
  public static final Position START = new Position(Map.of());

  public Position {
    next = Map.copyOf(next);
    next.forEach(
        (partition, offset) -> {
          if (offset < 0) {
            throw new IllegalArgumentException(
                partition + ": " + offset + ", should be an offset, 0 or greater");
          }
        });
  }

  /** The offset of the next record of a partition; 0 where nothing was read. */
  public long next(TopicPartition partition) {
    return next.getOrDefault(partition, 0L);
  }

  /** Whether everything that the other one has read was read here too. */
  public boolean covers(Position other) {
    return other.next.entrySet().stream()
        .allMatch(asked -> next(asked.getKey()) >= asked.getValue());
  }

  /** The text that {@link #parse} reads: {@code topic:partition:offset}, comma separated. */
  @Override
  public String toString() {
    Map<TopicPartition, Long> sorted =
        new TreeMap<>(
            Comparator.comparing(TopicPartition::topic)
                .thenComparingInt(TopicPartition::partition));
    sorted.putAll(next);
    return sorted.entrySet().stream()
        .map(e -> e.getKey().topic() + ":" + e.getKey().partition() + ":" + e.getValue())
        .collect(Collectors.joining(","));
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when the text is no position
   */
  public static Position parse(String text) {
    Map<TopicPartition, Long> next = new TreeMap<>(Comparator.comparing(TopicPartition::toString));
    for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      String[] fields = part.split(":", -1);
      if (fields.length != 3 || fields[0].isEmpty()) {
        throw unreadable(part, null);
      }
      try {
        next.put(
            new TopicPartition(fields[0], Integer.parseInt(fields[1])), Long.parseLong(fields[2]));
      } catch (NumberFormatException malformed) {
        throw unreadable(part, malformed);
      }
    }
    return new Position(next);
  }

  private static IllegalArgumentException unreadable(String part, Throwable cause) {
    return new IllegalArgumentException(
        "position: '" + part + "', should be topic:partition:offset, comma separated", cause);
  }
}
