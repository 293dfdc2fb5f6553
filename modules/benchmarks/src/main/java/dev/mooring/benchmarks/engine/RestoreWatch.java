package dev.mooring.benchmarks.engine;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Watches how this process restores state: how many entries of changelogs it has read, and from
 * when to when. It asks the metrics that Kafka's own restore consumers register: without standby
 * tasks they read nothing else. An engine that is not of Kafka Streams has none.
 */
final class RestoreWatch {

  private static final String CONSUMERS =
      "kafka.consumer:type=consumer-fetch-manager-metrics,client-id=*-restore-consumer";
  private static final String READ = "records-consumed-total";
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::watch);
  private volatile boolean stopped;
  private long entries;
  private long began;
  private long ended;

  private RestoreWatch() {}

  static RestoreWatch start() {
    RestoreWatch watch = new RestoreWatch();
    watch.thread.start();
    return watch;
  }

  /** All has been restored. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
  }

  /** Entries read; once stopped. */
  long entries() {
    return entries;
  }

  /** From just before the first entry until the last; once stopped. */
  double seconds() {
    return (ended - began) / 1e9;
  }

  private void watch() {
    began = System.nanoTime();
    ended = began;
    try {
      while (!stopped) {
        look();
        Thread.sleep(PAUSE);
      }
      look();
    } catch (JMException e) {
      throw new IllegalStateException("asking for " + CONSUMERS, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws JMException {
    long now = System.nanoTime();
    long read = count();
    if (read == 0) {
      began = now;
    }
    if (read > entries || read == 0) {
      ended = now;
    }
    entries = read;
  }

  private static long count() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    long entries = 0;
    for (ObjectName consumer : server.queryNames(new ObjectName(CONSUMERS), null)) {
      entries += Math.round((double) server.getAttribute(consumer, READ));
    }
    return entries;
  }
}
