package dev.mooring.systemtests.law;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands over the records of topics as they are committed, in a thread of its own. */
final class FollowedLog implements AutoCloseable {

  private final CommittedLog log;
  private final CompletableFuture<Void> following;
  private volatile boolean stopped;

  FollowedLog(
      Cluster cluster, Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    this.log = new CommittedLog(cluster.bootstrapServers(), topics);
    this.following = CompletableFuture.runAsync(() -> follow(to), Thread.ofPlatform()::start);
  }

  private void follow(Consumer<ConsumerRecord<byte[], byte[]>> to) {
    while (!stopped) {
      log.poll(to);
    }
  }

  /** Stops, and fails if whoever got the records has failed. */
  @Override
  public void close() {
    stopped = true;
    try {
      following.join();
    } finally {
      log.close();
    }
  }
}
