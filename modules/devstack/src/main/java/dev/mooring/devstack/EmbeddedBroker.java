package dev.mooring.devstack;

import java.net.BindException;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in this process. Its data survives a
 * kill of the process and a change of port. Topics are made by their users, never by use.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final int ATTEMPTS = 5;

  private final DirectoryLock lock;
  private final KafkaRaftServer server;
  private final int port;
  private boolean closed;

  private EmbeddedBroker(DirectoryLock lock, KafkaRaftServer server, int port) {
    this.lock = lock;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when clients may use it.
   *
   * @throws DevStackException when the port is taken, the directory is in use or the broker fails
   */
  public static EmbeddedBroker start(BrokerConfig config) {
    DirectoryLock lock = DirectoryLock.acquire(config.dataDir(), "broker.lock", "broker");
    try {
      return start(config, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedBroker start(BrokerConfig config, DirectoryLock lock) {
    if (config.port() != 0) {
      Ports.requireFree("broker", config.port());
    }
    BrokerStorage storage = new BrokerStorage(config.dataDir());
    storage.prepare();
    for (int attempt = 1; ; attempt++) {
      int port = config.port() == 0 ? Ports.free() : config.port();
      try {
        return new EmbeddedBroker(lock, run(config, storage.logDir(), port), port);
      } catch (RuntimeException e) {
        if (!lostPort(e) || attempt == ATTEMPTS) {
          throw new DevStackException(
              "the broker in " + config.dataDir() + " did not start: " + e.getMessage(), e);
        }
        LOG.debug("another process took a port that was free, trying others", e);
      }
    }
  }

  private static KafkaRaftServer run(BrokerConfig config, Path logDir, int port) {
    KafkaRaftServer server =
        new KafkaRaftServer(
            new KafkaConfig(
                BrokerSettings.of(logDir, port, Ports.free(), config.overrides()), false),
            Time.SYSTEM);
    try {
      server.startup();
      return server;
    } catch (Exception e) { // Scala throws checked exceptions without declaring them
      shutDown(server);
      throw new DevStackException("the broker failed: " + e.getMessage(), e);
    }
  }

  private static boolean lostPort(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return Ports.HOST + ":" + port;
  }

  /** Stops cleanly: what was acknowledged is on disk. Further calls do nothing. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      shutDown(server);
      lock.close();
    }
  }

  private static void shutDown(KafkaRaftServer server) {
    server.shutdown();
    server.awaitShutdown();
  }
}
