package dev.mooring.view;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.avro.Schema;

/** What the bytes of the rows of some topics mean. */
final class RowCodecs {

  private final Map<String, RowCodec> byTopic = new LinkedHashMap<>();

  RowCodecs(Collection<TopicSpec> topics, IntFunction<Schema> schemas) {
    for (TopicSpec topic : topics) {
      var type =
          topic
              .valueType()
              .orElseThrow(
                  () -> new IllegalArgumentException("topic: " + topic.name() + " holds no rows"));
      boolean ofTopologies = !Topics.REFERENCE.contains(topic);
      byTopic.put(topic.name(), new RowCodec(type, schemas, ofTopologies));
    }
  }

  /** For rows that are all written by the schemas of this build, so that nobody need be asked. */
  static RowCodecs own(Collection<TopicSpec> topics) {
    return new RowCodecs(
        topics,
        id -> {
          throw new IllegalStateException("schema id " + id + " in rows that were written here");
        });
  }

  /**
   * The codec of a topic.
   *
   * @throws IllegalArgumentException when the topic is not held
   */
  RowCodec of(TopicSpec topic) {
    RowCodec codec = byTopic.get(topic.name());
    if (codec == null) {
      throw new IllegalArgumentException(
          "topic: " + topic.name() + " is not held, should be one of " + byTopic.keySet());
    }
    return codec;
  }
}
