package dev.mooring.view;

import dev.mooring.contract.TopicSpec;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Rows in memory: the latest value of every key, none where the latest is a tombstone. */
public final class InMemoryRows implements RowSource {

  private final Map<String, NavigableMap<String, SpecificRecord>> topics = new HashMap<>();

  /** Holds the given topics, all of them empty. */
  public InMemoryRows(Collection<TopicSpec> topics) {
    topics.forEach(topic -> this.topics.put(topic.name(), new TreeMap<>()));
  }

  /** Takes the next record of a topic; null withdraws the row. */
  public void put(TopicSpec topic, String key, SpecificRecord row) {
    put(topic.name(), key, row);
  }

  void put(String topic, String key, SpecificRecord row) {
    if (row == null) {
      held(topic).remove(key);
    } else {
      held(topic).put(key, row);
    }
  }

  @Override
  public <R extends SpecificRecord> NavigableMap<String, R> rows(TopicSpec topic, Class<R> type) {
    if (!topic.valueType().filter(type::equals).isPresent()) {
      throw new IllegalArgumentException(
          "type: " + type.getName() + ", should be that of the values of " + topic.name());
    }
    NavigableMap<String, R> rows = new TreeMap<>();
    held(topic.name()).forEach((key, row) -> rows.put(key, type.cast(row)));
    return Collections.unmodifiableNavigableMap(rows);
  }

  private NavigableMap<String, SpecificRecord> held(String topic) {
    NavigableMap<String, SpecificRecord> rows = topics.get(topic);
    if (rows == null) {
      throw new IllegalArgumentException(
          "topic: " + topic + " was not read, should be one of " + topics.keySet());
    }
    return rows;
  }
}
