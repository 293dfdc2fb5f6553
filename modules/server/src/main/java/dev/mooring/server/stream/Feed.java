package dev.mooring.server.stream;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.server.rows.RowTopic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be followed. */
@SuppressWarnings("ImmutableEnumChecker") // topics and lists that nobody can change
public enum Feed {
  BANKS(0, RowTopic.BANKS),
  CITIES(1, RowTopic.CITIES),
  COUNTRIES(2, RowTopic.COUNTRIES),
  BANK_DAILY(3, RowTopic.BANK_DAILY),
  CITY_DAILY(4, RowTopic.CITY_DAILY),
  MOORINGS(5, RowTopic.MOORINGS),
  REASONS(6, RowTopic.REASONS),
  STANCES(7, RowTopic.STANCES),
  EVENTS(8, Topics.EVENTS, "event", List.of("bank", "firm", "city", "country", "type", "status")),
  /** Placed by where the dead letters were published, as that is how they are known. */
  REJECTED(9, Topics.REJECTED, "rejected", List.of()),
  STATUS(10, null, "status", List.of());

  private final int code;
  private final RowTopic rows;
  private final TopicSpec topic;
  private final String message;
  private final List<String> filters;

  Feed(int code, RowTopic rows) {
    this.code = code;
    this.rows = rows;
    this.topic = rows.topic();
    this.message = "row";
    this.filters = rows.filters();
  }

  Feed(int code, TopicSpec topic, String message, List<String> filters) {
    this.code = code;
    this.rows = null;
    this.topic = topic;
    this.message = message;
    this.filters = filters;
  }

  /** The name in {@code topics}: {@code bank-daily}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The feed of a name. */
  public static Optional<Feed> ofPath(String path) {
    return Arrays.stream(values()).filter(feed -> feed.path().equals(path)).findFirst();
  }

  /** The feed of a topic. */
  static Optional<Feed> ofTopic(String name) {
    return Arrays.stream(values())
        .filter(feed -> feed.topic != null && feed.topic.name().equals(name))
        .findFirst();
  }

  /** What it can be filtered by. */
  public List<String> filters() {
    return filters;
  }

  /** The rows that it tells of; empty where it tells of something else. */
  public Optional<RowTopic> rows() {
    return Optional.ofNullable(rows);
  }

  /** Whether places in it are offsets of the topic of the same name, so that Kafka has its past. */
  boolean inKafka() {
    return rows != null || this == EVENTS;
  }

  /** Its number in ids, which outlive this server. */
  int code() {
    return code;
  }

  TopicSpec topic() {
    return topic;
  }

  /** The name of its messages. */
  String message() {
    return message;
  }
}
