package dev.mooring.cli.settings;

import java.util.Arrays;
import java.util.Optional;

/** The settings of Mooring's own. Settings of Kafka clients and of the registry's pass through. */
public enum Setting {
  BOOTSTRAP_SERVERS(
      "bootstrap.servers",
      null,
      Check.HOSTS_AND_PORTS,
      "Kafka brokers, HOST:PORT with commas between"),
  REGISTRY_URL(
      "registry.url",
      null,
      Check.URLS,
      "schema registry (Confluent protocol), one URL or several with commas between"),
  DATA_DIR(
      "data.dir", ".mooring", Check.TEXT, "where `up` keeps Kafka's, the registry's and log files"),
  KAFKA_PORT("up.kafka.port", "9092", Check.PORT, "port of the broker of `up`; 0 takes a free one"),
  REGISTRY_PORT(
      "up.registry.port", "8081", Check.PORT, "port of the registry of `up`; 0 takes a free one"),
  PARTITIONS(
      "topics.partitions",
      "4",
      Check.AT_LEAST_ONE,
      "partitions of the topics that Mooring makes; must not change once they are made"),
  REPLICATION(
      "topics.replication.factor",
      "-1",
      Check.REPLICATION,
      "copies of the topics that Mooring makes; -1 leaves it to the broker"),
  APPLICATION_ID(
      "topology.application.id",
      "mooring",
      Check.TEXT,
      "name of the topology: its consumer group and the prefix of its internal topics"),
  THREADS("topology.threads", "1", Check.AT_LEAST_ONE, "threads of the topology in one process"),
  COMMIT_INTERVAL(
      "topology.commit.interval.ms",
      "100",
      Check.AT_LEAST_ONE,
      "how often the topology commits, in milliseconds: how soon an event shows in a row"),
  STATE_DIR(
      "topology.state.dir",
      null,
      Check.TEXT,
      "where the topology keeps its files; default: `state` in data.dir"),
  STORE(
      "topology.store",
      "heap",
      Check.STORE,
      "where the topology keeps relationships while it runs: heap, or rocksdb when they do not"
          + " fit"),
  ROCKSDB_MEMORY(
      "topology.rocksdb.memory.mb",
      "256",
      Check.ROCKSDB_MEMORY,
      "native memory of topology.store=rocksdb in one process, in megabytes"),
  SOURCE(
      "publisher.source",
      "urn:mooring:cli",
      Check.URI_REFERENCE,
      "who publishes: ce_source of every event"),
  UNKNOWN_CITIES(
      "publisher.unknown.cities",
      "refuse",
      Check.UNKNOWN_CITIES,
      "what to do with a city that the city reference does not hold: refuse or accept"),
  MAX_IN_FLIGHT(
      "publisher.max.in.flight.records",
      "10000",
      Check.AT_LEAST_ONE,
      "events sent and not yet acknowledged, at which publishing waits"),
  HTTP_HOST(
      "http.host",
      "127.0.0.1",
      Check.TEXT,
      "address that the HTTP server binds to; beyond 127.0.0.1 it asks for http.tokens"),
  HTTP_OPEN(
      "http.open",
      "false",
      Check.TRUE_OR_FALSE,
      "whoever reaches the HTTP server may do everything, wherever it binds to: only where nobody"
          + " else can reach it"),
  HTTP_PORT("http.port", "8080", Check.PORT, "port of the HTTP server; 0 takes a free one"),
  HTTP_TOKENS(
      "http.tokens",
      null,
      Check.TOKENS,
      "bearer tokens of the HTTP server, NAME:read|publish:SHA256 with commas between; `mooring"
          + " token NAME` makes one"),
  HTTP_HOSTS(
      "http.hosts",
      null,
      Check.TEXT,
      "further names by which an HTTP server without tokens may be called, with commas between"),
  LOG_FORMAT(
      "log.format",
      "text",
      Check.LOG_FORMAT,
      "how the log and what `up` and `start` say on standard error is written: text, or json");

  private final String key;
  private final String defaultValue;
  private final Check check;
  private final String meaning;

  Setting(String key, String defaultValue, Check check, String meaning) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.check = check;
    this.meaning = meaning;
  }

  /** The name in a settings file. */
  public String key() {
    return key;
  }

  /** The name in the environment: {@code MOORING_BOOTSTRAP_SERVERS}. */
  public String variable() {
    return EnvironmentNames.variable(key);
  }

  /** The value when nobody gives one. */
  public Optional<String> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /** What it is for, in a few words. */
  public String meaning() {
    return meaning;
  }

  /**
   * What is wrong with a value, and what would be right; empty when nothing is.
   *
   * @param shown the value as it may be shown
   */
  Optional<String> problem(String value, String shown) {
    return check.problem(value).map(right -> key + ": '" + shown + "' should be " + right);
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }
}
