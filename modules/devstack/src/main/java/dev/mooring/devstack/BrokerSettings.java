package dev.mooring.devstack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The broker settings of a single node that is broker and controller, small and quick to start. */
final class BrokerSettings {

  static final int NODE_ID = 1;
  static final String CONTROLLER = "CONTROLLER";

  private static final Map<String, String> NODE =
      Map.of(
          "node.id", Integer.toString(NODE_ID),
          "process.roles", "broker,controller",
          "controller.listener.names", CONTROLLER,
          "inter.broker.listener.name", "PLAINTEXT",
          "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
          "auto.create.topics.enable", "false");

  /** One broker is all there is. */
  private static final Map<String, String> ONE_REPLICA =
      Map.of(
          "default.replication.factor", "1",
          "min.insync.replicas", "1",
          "offsets.topic.replication.factor", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1");

  /** Fewer internal partitions, threads and buffers: the defaults are for a server of its own. */
  private static final Map<String, String> SMALL =
      Map.of(
          "offsets.topic.num.partitions", "4",
          "transaction.state.log.num.partitions", "4",
          "share.coordinator.state.topic.num.partitions", "1",
          "num.network.threads", "2",
          "num.io.threads", "4",
          "background.threads", "4",
          "num.recovery.threads.per.data.dir", "2",
          "log.index.size.max.bytes", "1048576",
          "log.cleaner.dedupe.buffer.size", "16777216");

  /**
   * A broker that was killed is fenced until its session ends; a transaction that its producer left
   * open holds readers up until it is aborted; a group waits for members. All shorter than in
   * production, where the network may be slow.
   */
  private static final Map<String, String> QUICK =
      Map.of(
          "broker.session.timeout.ms", "2000",
          "broker.heartbeat.interval.ms", "500",
          "group.initial.rebalance.delay.ms", "0",
          "group.min.session.timeout.ms", "1000",
          "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");

  private BrokerSettings() {}

  static Properties of(Path logDir, int port, int controllerPort, Map<String, String> overrides) {
    Properties settings = new Properties();
    settings.putAll(NODE);
    settings.putAll(ONE_REPLICA);
    settings.putAll(SMALL);
    settings.putAll(QUICK);
    settings.put("log.dirs", logDir.toAbsolutePath().toString());
    settings.put(
        "listeners", listener("PLAINTEXT", port) + "," + listener(CONTROLLER, controllerPort));
    settings.put("controller.quorum.voters", NODE_ID + "@" + Ports.HOST + ":" + controllerPort);
    settings.putAll(overrides);
    return settings;
  }

  private static String listener(String name, int port) {
    return name + "://" + Ports.HOST + ":" + port;
  }
}
