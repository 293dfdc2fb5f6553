package dev.mooring.registry;

import java.util.Arrays;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;

/** Under which subject the schema of a record's key or value is registered. */
public enum SubjectNameStrategy {
  /** {@code <topic>-value}: a topic has one type. */
  TOPIC {
    @Override
    String subject(String topic, boolean isKey, Schema schema) {
      return topic + (isKey ? "-key" : "-value");
    }
  },
  /** The full name of the record type: one subject over all topics. */
  RECORD {
    @Override
    String subject(String topic, boolean isKey, Schema schema) {
      return recordName(topic, schema);
    }
  },
  /** {@code <topic>-<full name>}: a topic may have several types. */
  TOPIC_RECORD {
    @Override
    String subject(String topic, boolean isKey, Schema schema) {
      return topic + "-" + recordName(topic, schema);
    }
  };

  abstract String subject(String topic, boolean isKey, Schema schema);

  /** By {@code topic-record}, {@code TopicRecordNameStrategy}, or a class of that name. */
  static SubjectNameStrategy parse(String key, Object value) {
    String name = value instanceof Class<?> type ? type.getName() : value.toString().strip();
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return Arrays.stream(values())
        .filter(strategy -> simple.equals(strategy.className()) || name.equals(strategy.option()))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigException(
                    key,
                    value,
                    "should be topic, record or topic-record, or TopicNameStrategy,"
                        + " RecordNameStrategy or TopicRecordNameStrategy with or without a"
                        + " package"));
  }

  private String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String className() {
    return switch (this) {
      case TOPIC -> "TopicNameStrategy";
      case RECORD -> "RecordNameStrategy";
      case TOPIC_RECORD -> "TopicRecordNameStrategy";
    };
  }

  private static String recordName(String topic, Schema schema) {
    if (schema.getType() != Schema.Type.RECORD) {
      throw new SerializationException(
          "a value for topic "
              + topic
              + " is of Avro type "
              + schema.getType().getName()
              + ", but a subject named by its record needs a record; use TopicNameStrategy");
    }
    return schema.getFullName();
  }
}
