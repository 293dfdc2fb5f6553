package dev.mooring.systemtests.law;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.mooring.cli.Logging;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.Lane;
import dev.mooring.contract.event.Event;
import dev.mooring.topology.RelationshipStore;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.lane.LaneRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/**
 * An instance of the topology in a process of its own. It takes the file of its settings, says
 * {@value #RUNNING} when it runs, stops cleanly on SIGTERM, and never outlives the test that
 * started it.
 */
final class TopologyMain {

  static final String RUNNING = "running";

  /** By which its log tells the events' schema of its build. */
  static final String LAST_FIELD = "the last field of events is ";

  private static final Duration TO_RUN = Duration.ofMinutes(3);
  private static final List<String> TALKING =
      List.of(
          "dev.mooring",
          "org.apache.kafka.streams.processor.internals",
          "org.apache.kafka.clients.consumer.internals.ConsumerCoordinator");
  private static final int ORPHANED = 2;
  private static final String REGISTRY = "registry.";
  private static final String ROCKSDB_MEMORY = "rocksdb-memory";
  private static final String KAFKA = "kafka.";

  private TopologyMain() {}

  public static void main(String[] args) throws Exception {
    endWithParent();
    log();
    GeneratedTypes.trust();
    System.err.println(LAST_FIELD + Event.getClassSchema().getFields().getLast().name());
    LaneRunner runner = LaneRunner.start(read(Path.of(args[0])), Lane.LIVE, told -> {});
    Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
    if (runner.awaitRunning(TO_RUN)) {
      System.out.println(RUNNING);
    }
    runner.awaitEnd();
    runner.failure().ifPresent(TopologyMain::fail);
  }

  /** Writes what {@link #main} reads. */
  static void write(TopologyConfig config, Path file) throws IOException {
    Properties settings = new Properties();
    settings.setProperty("bootstrap", config.bootstrapServers());
    settings.setProperty("lane", config.applicationId());
    settings.setProperty("partitions", Integer.toString(config.partitions()));
    settings.setProperty("state", config.stateDirectory().toString());
    settings.setProperty("threads", Integer.toString(config.threads()));
    settings.setProperty("commit", config.commitInterval().toString());
    settings.setProperty("serializer", config.rowSerializer());
    if (config.store() instanceof RelationshipStore.RocksDb(long memory)) {
      settings.setProperty(ROCKSDB_MEMORY, Long.toString(memory));
    }
    config.registry().forEach((key, value) -> settings.setProperty(REGISTRY + key, value));
    config.kafka().forEach((key, value) -> settings.setProperty(KAFKA + key, value));
    try (var out = Files.newOutputStream(file)) {
      settings.store(out, null);
    }
  }

  private static TopologyConfig read(Path file) throws IOException {
    Properties settings = new Properties();
    try (var in = Files.newInputStream(file)) {
      settings.load(in);
    }
    return new TopologyConfig(
            settings.getProperty("bootstrap"),
            settings.getProperty("lane"),
            Integer.parseInt(settings.getProperty("partitions")),
            Path.of(settings.getProperty("state")),
            Integer.parseInt(settings.getProperty("threads")),
            Duration.parse(settings.getProperty("commit")),
            settings.getProperty("serializer"),
            below(REGISTRY, settings),
            below(KAFKA, settings))
        .with(store(settings.getProperty(ROCKSDB_MEMORY)));
  }

  private static RelationshipStore store(String rocksDbMemory) {
    return rocksDbMemory == null
        ? new RelationshipStore.Heap()
        : new RelationshipStore.RocksDb(Long.parseLong(rocksDbMemory));
  }

  private static Map<String, String> below(String prefix, Properties settings) {
    Map<String, String> found = new HashMap<>();
    settings.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .forEach(key -> found.put(key.substring(prefix.length()), settings.getProperty(key)));
    return found;
  }

  /** To standard error: standard output is for the one word. */
  private static void log() {
    Logging.toStandardError();
    LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    for (String logger : TALKING) {
      loggers.getLogger(logger).setLevel(Level.INFO);
    }
  }

  private static void endWithParent() {
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    Thread watch =
        new Thread(
            () -> {
              parent.onExit().join();
              Runtime.getRuntime().halt(ORPHANED);
            });
    watch.setDaemon(true);
    watch.start();
  }

  private static void fail(Throwable why) {
    throw new IllegalStateException("the topology ended", why);
  }
}
