package dev.mooring.cli.plan;

import java.util.Set;

/** A retention says for how long at least: a plan never makes Kafka delete what it still keeps. */
final class Retention {

  private static final Set<String> KEYS = Set.of("retention.ms", "retention.bytes");

  private Retention() {}

  /** Whether a topic would lose records that it has: it would keep less, or for a shorter time. */
  static boolean wouldDelete(String key, String is, String should) {
    return KEYS.contains(key) && limit(should) < limit(is);
  }

  static String advice(String topic, String key, String should) {
    return "keeps more than it must; to delete that: kafka-configs.sh --alter --entity-type topics --entity-name %s --add-config %s=%s"
        .formatted(topic, key, should);
  }

  /** Any number below zero stands for no limit. */
  private static long limit(String value) {
    try {
      long limit = Long.parseLong(value);
      return limit < 0 ? Long.MAX_VALUE : limit;
    } catch (NumberFormatException unknown) {
      return Long.MAX_VALUE;
    }
  }
}
