package dev.mooring.server;

import dev.mooring.contract.Topics;
import dev.mooring.view.Position;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * The token of what was published, by which a read waits for it: the next offset of each partition
 * of the events topic that got something, {@code 0-13.2-7}.
 */
final class Receipts {

  private Receipts() {}

  /** The token of the offsets behind what was published, by partition. */
  static String token(Map<Integer, Long> next) {
    return new TreeMap<>(next)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "-" + entry.getValue())
            .collect(Collectors.joining("."));
  }

  /** The position that a token names; empty when the text is no token. */
  static Optional<Position> position(String token) {
    Map<TopicPartition, Long> next =
        new TreeMap<>(java.util.Comparator.comparing(TopicPartition::toString));
    for (String part : token.split("\\.", -1)) {
      String[] fields = part.split("-", -1);
      if (fields.length != 2 || !isNumber(fields[0], 9) || !isNumber(fields[1], 18)) {
        return Optional.empty();
      }
      next.put(
          new TopicPartition(Topics.EVENTS.name(), Integer.parseInt(fields[0])),
          Long.parseLong(fields[1]));
    }
    return Optional.of(new Position(next));
  }

  private static boolean isNumber(String text, int most) {
    return !text.isEmpty() && text.length() <= most && text.chars().allMatch(Character::isDigit);
  }
}
