package dev.mooring.server.stream;

import dev.mooring.view.Position;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** How far feeds were followed: the next offset, by feed and partition. For one thread. */
final class Places {

  private final Map<Feed, long[]> next = new EnumMap<>(Feed.class);

  /** The beginning of feeds. */
  Places(Collection<Feed> feeds) {
    feeds.forEach(feed -> next.put(feed, new long[0]));
  }

  Set<Feed> feeds() {
    return next.keySet();
  }

  /** The next offsets of a feed, by partition; of further ones it is 0. */
  long[] offsets(Feed feed) {
    return next.get(feed);
  }

  long next(Feed feed, int partition) {
    long[] offsets = next.get(feed);
    return offsets != null && partition < offsets.length ? offsets[partition] : 0;
  }

  /** Goes on to a place, unless it was passed already or the feed is not followed. */
  void reach(Feed feed, int partition, long offset) {
    long[] offsets = next.get(feed);
    if (offsets == null) {
      return;
    }
    if (partition >= offsets.length) {
      offsets = Arrays.copyOf(offsets, partition + 1);
      next.put(feed, offsets);
    }
    offsets[partition] = Math.max(offsets[partition], offset);
  }

  void reach(Position position) {
    position
        .next()
        .forEach(
            (partition, offset) ->
                Feed.ofTopic(partition.topic())
                    .filter(Feed::inKafka)
                    .ifPresent(feed -> reach(feed, partition.partition(), offset)));
  }

  void reach(Places other) {
    for (Feed feed : feeds()) {
      long[] offsets = other.next.get(feed);
      for (int partition = 0; offsets != null && partition < offsets.length; partition++) {
        reach(feed, partition, offsets[partition]);
      }
    }
  }

  /** Whether all was passed that the other one has passed, of the feeds that are followed here. */
  boolean covers(Places other) {
    return feeds().stream()
        .allMatch(
            feed -> {
              long[] offsets = other.next.getOrDefault(feed, new long[0]);
              for (int partition = 0; partition < offsets.length; partition++) {
                if (next(feed, partition) < offsets[partition]) {
                  return false;
                }
              }
              return true;
            });
  }

  Places copy() {
    Places copy = new Places(feeds());
    copy.reach(this);
    return copy;
  }

  /** The places that Kafka knows. */
  Position inKafka() {
    Map<TopicPartition, Long> position = new HashMap<>();
    next.forEach(
        (feed, offsets) -> {
          for (int partition = 0; feed.inKafka() && partition < offsets.length; partition++) {
            position.put(new TopicPartition(feed.topic().name(), partition), offsets[partition]);
          }
        });
    return new Position(position);
  }
}
