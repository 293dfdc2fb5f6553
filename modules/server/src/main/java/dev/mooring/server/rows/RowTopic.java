package dev.mooring.server.rows;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.view.Snapshot;
import dev.mooring.view.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** A topic of rows, under the name that it has in paths and in the stream. */
@SuppressWarnings("ImmutableEnumChecker") // lists and topics that nobody can change
public enum RowTopic {
  BANKS(Topics.BANK_METRICS, List.of("bank"), List.of("bank", "country")),
  CITIES(Topics.CITY_METRICS, List.of("city"), List.of("city", "country")),
  COUNTRIES(Topics.COUNTRY_METRICS, List.of("country"), List.of("country")),
  BANK_DAILY(Topics.BANK_DAILY, List.of("bank", "day"), List.of("bank", "country", "from", "to")),
  CITY_DAILY(Topics.CITY_DAILY, List.of("city", "day"), List.of("city", "country", "from", "to")),
  MOORINGS(
      Topics.MOORINGS,
      List.of("bank", "firm", "city"),
      List.of("bank", "firm", "city", "country", "account", "stage")),
  REASONS(
      Topics.REASONS,
      List.of("scope", "id", "kind", "reason"),
      List.of("bank", "city", "country", "kind", "reason")),
  STANCES(
      Topics.STANCES,
      List.of("bank", "stance", "city", "programme"),
      List.of("bank", "city", "country", "stance"));

  private final TopicSpec topic;
  private final List<String> keyFields;
  private final List<String> filters;

  RowTopic(TopicSpec topic, List<String> keyFields, List<String> filters) {
    this.topic = topic;
    this.keyFields = keyFields;
    this.filters = filters;
  }

  /** The name in paths: {@code bank-daily}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The topic of a name in paths. */
  public static Optional<RowTopic> ofPath(String path) {
    return Arrays.stream(values()).filter(topic -> topic.path().equals(path)).findFirst();
  }

  /** The topic of Kafka's. */
  public TopicSpec topic() {
    return topic;
  }

  /** The fields that make up the key, in its order. */
  public List<String> keyFields() {
    return keyFields;
  }

  /** What rows can be filtered by. */
  public List<String> filters() {
    return filters;
  }

  /** The schema of the rows. */
  public Schema schema() {
    return topic.schema().orElseThrow();
  }

  /** The rows in a snapshot. */
  public Table<? extends SpecificRecord> table(Snapshot snapshot) {
    return snapshot.table(topic, topic.valueType().orElseThrow());
  }
}
