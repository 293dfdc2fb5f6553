package dev.mooring.systemtests.containers;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The environment of a broker, as in docker-compose.yml. */
final class BrokerSettings {

  static final int BROKERS = 3;

  /** The port in the container for clients on this machine. */
  static final int FOR_THIS_MACHINE = 9_092;

  private static final int FOR_THE_NETWORK = 19_092;
  private static final int CONTROLLER = 9_093;

  private BrokerSettings() {}

  /** A broker's name in the network. */
  static String name(int id) {
    return "kafka-" + id;
  }

  /** Where clients in the network find the brokers. */
  static String addresses() {
    return IntStream.rangeClosed(1, BROKERS)
        .mapToObj(id -> name(id) + ":" + FOR_THE_NETWORK)
        .collect(Collectors.joining(","));
  }

  static Map<String, String> of(int id, int port) {
    Map<String, String> settings = new HashMap<>();
    settings.put("CLUSTER_ID", "bW9vcmluZy1ib3hlczAwMQ");
    settings.put("KAFKA_NODE_ID", Integer.toString(id));
    settings.put("KAFKA_PROCESS_ROLES", "broker,controller");
    settings.put("KAFKA_CONTROLLER_QUORUM_VOTERS", voters());
    settings.put("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER");
    settings.put("KAFKA_INTER_BROKER_LISTENER_NAME", "INTERNAL");
    settings.put(
        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
        "CONTROLLER:PLAINTEXT,INTERNAL:PLAINTEXT,HOST:PLAINTEXT");
    settings.put(
        "KAFKA_LISTENERS",
        "INTERNAL://:%d,CONTROLLER://:%d,HOST://:%d"
            .formatted(FOR_THE_NETWORK, CONTROLLER, FOR_THIS_MACHINE));
    settings.put(
        "KAFKA_ADVERTISED_LISTENERS",
        "INTERNAL://%s:%d,HOST://127.0.0.1:%d".formatted(name(id), FOR_THE_NETWORK, port));
    settings.putAll(copies());
    settings.put("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    settings.put("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    settings.put("KAFKA_LOG_DIRS", "/var/lib/kafka/data");
    settings.put("KAFKA_HEAP_OPTS", "-Xmx320m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    return settings;
  }

  /** Three of everything, and two are enough to write. */
  private static Map<String, String> copies() {
    Map<String, String> settings = new HashMap<>();
    settings.put("KAFKA_DEFAULT_REPLICATION_FACTOR", "3");
    settings.put("KAFKA_MIN_INSYNC_REPLICAS", "2");
    settings.put("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "3");
    settings.put("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "6");
    settings.put("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "3");
    settings.put("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "2");
    settings.put("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "6");
    return settings;
  }

  private static String voters() {
    return IntStream.rangeClosed(1, BROKERS)
        .mapToObj(id -> id + "@" + name(id) + ":" + CONTROLLER)
        .collect(Collectors.joining(","));
  }
}
