package dev.mooring.replay.lane;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.replay.ReplayException;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.ParallelReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics of rows of two lanes, partition beside partition: a key has the same partition in
 * both, since its number is a function of the key.
 */
final class LanePair {

  private final Lane left;
  private final Lane right;

  LanePair(Lane left, Lane right) {
    this.left = left;
    this.right = right;
  }

  /**
   * A partition of both lanes.
   *
   * @param topic as the catalogue declares it
   */
  record Place(TopicSpec topic, TopicPartition left, TopicPartition right) {

    /** The partitions in the order of {@link Side#ORDER}. */
    List<TopicPartition> partitions() {
      return List.of(left, right);
    }
  }

  /** What the lanes hold at a time. */
  record Extents(Map<TopicPartition, Extent> of, List<Place> places) {}

  /**
   * All that they hold at present, by topic in the order of the catalogue, and by partition.
   *
   * @throws ReplayException when a topic is missing
   */
  Extents present(ParallelReader reader) {
    List<String> names =
        Topics.OUTPUTS.stream()
            .flatMap(topic -> Stream.of(left.topic(topic), right.topic(topic)))
            .map(TopicSpec::name)
            .distinct()
            .toList();
    Map<TopicPartition, Extent> extents = reader.extents(names);
    Map<String, Integer> partitions = new HashMap<>();
    extents.keySet().forEach(each -> partitions.merge(each.topic(), 1, Integer::sum));
    List<Place> places = new ArrayList<>();
    Topics.OUTPUTS.forEach(topic -> places.addAll(places(topic, partitions)));
    return new Extents(extents, List.copyOf(places));
  }

  private List<Place> places(TopicSpec topic, Map<String, Integer> partitions) {
    String first = left.topic(topic).name();
    String second = right.topic(topic).name();
    int number = partitions.get(first);
    if (partitions.get(second) != number) {
      throw new ReplayException(
          "%s has %d partitions and %s has %d: should be as many in both lanes"
              .formatted(first, number, second, partitions.get(second)));
    }
    List<Place> places = new ArrayList<>();
    for (int partition = 0; partition < number; partition++) {
      places.add(
          new Place(
              topic, new TopicPartition(first, partition), new TopicPartition(second, partition)));
    }
    return places;
  }
}
