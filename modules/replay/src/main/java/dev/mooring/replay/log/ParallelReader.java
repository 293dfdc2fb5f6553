package dev.mooring.replay.log;

import dev.mooring.replay.ReplayException;
import dev.mooring.view.ViewConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads topics to an end that is decided before, several partitions at a time. It joins no consumer
 * group and leaves nothing behind in the cluster.
 */
public final class ParallelReader {

  private static final long TELL_EVERY_MS = 200;

  private final ViewConfig config;
  private final int threads;

  /**
   * A reader of a cluster.
   *
   * @param threads most partitions that are read at a time, 1 or more
   */
  public ParallelReader(ViewConfig config, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads + ", should be 1 or more");
    }
    this.config = config;
    this.threads = threads;
  }

  /** A reader with as many threads as there are processors. */
  public static ParallelReader of(ViewConfig config) {
    return new ParallelReader(config, Runtime.getRuntime().availableProcessors());
  }

  /**
   * All that topics hold at present.
   *
   * @throws ReplayException when a topic is missing, or the cluster cannot be reached
   */
  public Map<TopicPartition, Extent> extents(Collection<String> topics) {
    try (PartitionReader reader = new PartitionReader(config)) {
      return reader.extents(topics);
    }
  }

  /**
   * Hands over every record of some stretches: those of a partition in order and on one thread,
   * those of different partitions at the same time. What was done with them can be seen by the
   * caller afterwards.
   *
   * @param to asked once for each partition
   */
  public void read(
      Map<TopicPartition, Extent> extents,
      Function<TopicPartition, Consumer<ConsumerRecord<byte[], byte[]>>> to,
      Progress progress) {
    List<Single> longestFirst =
        extents.keySet().stream()
            .sorted(Comparator.comparingLong(partition -> -extents.get(partition).length()))
            .map(partition -> new Single(partition, to))
            .toList();
    readTogether(extents, longestFirst, progress);
  }

  /**
   * Hands over every record of some stretches: those of a group one partition after the other and
   * on one thread, different groups at the same time, begun in the order given.
   *
   * @param extents of all partitions of the groups
   */
  public void readTogether(
      Map<TopicPartition, Extent> extents,
      Collection<? extends Together> groups,
      Progress progress) {
    new Reading(extents, groups, progress).run();
  }

  /** A partition that belongs to no other. */
  private record Single(
      TopicPartition partition,
      Function<TopicPartition, Consumer<ConsumerRecord<byte[], byte[]>>> all)
      implements Together {

    @Override
    public List<TopicPartition> partitions() {
      return List.of(partition);
    }

    @Override
    public Consumer<ConsumerRecord<byte[], byte[]>> to(int index) {
      return all.apply(partition);
    }
  }

  /** One reading. */
  private final class Reading {

    private final Map<TopicPartition, Extent> extents;
    private final Queue<Together> waiting;
    private final Progress progress;
    private final long total;
    private final LongAdder done = new LongAdder();
    private volatile boolean givenUp;

    Reading(
        Map<TopicPartition, Extent> extents,
        Collection<? extends Together> groups,
        Progress progress) {
      this.extents = extents;
      this.progress = progress;
      this.total = groups.stream().mapToLong(this::length).sum();
      this.waiting =
          new ConcurrentLinkedQueue<>(groups.stream().filter(group -> length(group) > 0).toList());
    }

    private long length(Together group) {
      return group.partitions().stream().mapToLong(each -> extents.get(each).length()).sum();
    }

    void run() {
      int workers = Math.min(threads, waiting.size());
      try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, workers))) {
        List<Future<?>> futures = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
          futures.add(pool.submit(this::work));
        }
        for (Future<?> future : futures) {
          await(future);
        }
      } catch (InterruptedException stopped) {
        givenUp = true;
        Thread.currentThread().interrupt();
        throw new ReplayException("interrupted", stopped);
      }
      progress.read(total, total);
    }

    private void work() {
      try (PartitionReader reader = new PartitionReader(config)) {
        Together group = waiting.poll();
        while (group != null && !givenUp) {
          readAll(reader, group);
          group = waiting.poll();
        }
      } catch (RuntimeException failed) {
        givenUp = true;
        throw failed;
      }
    }

    private void readAll(PartitionReader reader, Together group) {
      List<TopicPartition> partitions = group.partitions();
      for (int index = 0; index < partitions.size(); index++) {
        readOne(reader, partitions.get(index), group.to(index));
      }
      group.finished();
    }

    private void readOne(
        PartitionReader reader,
        TopicPartition partition,
        Consumer<ConsumerRecord<byte[], byte[]>> to) {
      long[] told = {extents.get(partition).start()};
      reader.read(
          partition,
          extents.get(partition),
          to,
          next -> {
            done.add(next - told[0]);
            told[0] = next;
            if (givenUp) {
              throw new ReplayException("given up, since another partition cannot be read");
            }
          });
    }

    private void await(Future<?> future) throws InterruptedException {
      while (true) {
        try {
          future.get(TELL_EVERY_MS, TimeUnit.MILLISECONDS);
          return;
        } catch (java.util.concurrent.TimeoutException atWork) {
          progress.read(done.sum(), total);
        } catch (ExecutionException failed) {
          givenUp = true;
          throw failed.getCause() instanceof RuntimeException cause
              ? cause
              : new ReplayException("reading failed", failed.getCause());
        }
      }
    }
  }
}
