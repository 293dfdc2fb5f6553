package dev.mooring.contract;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * The declaration of one topic. Every producer, consumer, check and document refers to it.
 *
 * @param name name in Kafka
 * @param valueType generated class of its values; empty where values are bytes as received
 * @param key what its keys are made of, for people
 * @param placedByPart which part of the key chooses the partition, counted from 0; -1: the whole
 *     key
 * @param partitions number of partitions when Mooring makes the topic
 * @param kept what Kafka keeps of it
 * @param timestamps whose clock its record timestamps are
 */
public record TopicSpec(
    String name,
    Optional<Class<? extends SpecificRecord>> valueType,
    String key,
    int placedByPart,
    int partitions,
    Kept kept,
    Timestamps timestamps) {

  /** What Kafka keeps of a topic. */
  public sealed interface Kept {
    /** Every record, with no limit of time or size. */
    record ForEver() implements Kept {}

    /** Every record for a time. */
    record For(Duration time) implements Kept {}

    /** The last record of every key. */
    record LastOfKey() implements Kept {}
  }

  /** Whose clock record timestamps are. */
  public enum Timestamps {
    CREATE_TIME("CreateTime"),
    LOG_APPEND_TIME("LogAppendTime");

    private final String kafkaName;

    Timestamps(String kafkaName) {
      this.kafkaName = kafkaName;
    }
  }

  public TopicSpec {
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "partitions of " + name + ": " + partitions + ", should be at least 1");
    }
  }

  /** The subject under which the schema of its values is registered. */
  public String subject() {
    return name + "-value";
  }

  /** The schema of its values; empty where values are bytes as received. */
  public Optional<Schema> schema() {
    return valueType.map(type -> org.apache.avro.specific.SpecificData.get().getSchema(type));
  }

  /** The same topic under another name. */
  TopicSpec named(String other) {
    return new TopicSpec(other, valueType, key, placedByPart, partitions, kept, timestamps);
  }

  /** The same topic with another number of partitions. */
  public TopicSpec withPartitions(int other) {
    return new TopicSpec(name, valueType, key, placedByPart, other, kept, timestamps);
  }

  /** The settings of the topic, by their Kafka names, that Mooring sets and checks. */
  public Map<String, String> config() {
    Map<String, String> config = new LinkedHashMap<>();
    switch (kept) {
      case Kept.ForEver forEver -> {
        config.put("cleanup.policy", "delete");
        config.put("retention.ms", "-1");
        config.put("retention.bytes", "-1");
      }
      case Kept.For(Duration time) -> {
        config.put("cleanup.policy", "delete");
        config.put("retention.ms", Long.toString(time.toMillis()));
        config.put("retention.bytes", "-1");
      }
      case Kept.LastOfKey lastOfKey -> config.put("cleanup.policy", "compact");
    }
    config.put("message.timestamp.type", timestamps.kafkaName);
    return config;
  }
}
