package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Event;
import dev.mooring.metrics.oracle.RandomHistory;
import dev.mooring.systemtests.containers.Box;
import dev.mooring.systemtests.containers.BoxCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * A cluster of containers in which one history is told on and on while things go wrong. After each
 * fault, rows and ledger are those of everything that was told so far.
 */
final class FaultTrial implements AutoCloseable {

  /** What is done to the cluster while events come. */
  @FunctionalInterface
  interface Fault {
    void happen() throws Exception;
  }

  private static final int EVENTS_A_SECOND = 200;

  private final Path directory;
  private final BoxCluster boxes;
  private final Cluster cluster;
  private final Random random;
  private final RandomHistory history;
  private final List<Event> told = new ArrayList<>();
  private final List<Event> records = new ArrayList<>();
  private final Map<Integer, Long> rejected = new HashMap<>();
  private final List<Box> instances = new ArrayList<>();
  private final LedgerWatch ledger;
  private final CommittedWatch watch;

  /** On an empty cluster, which is closed with this. */
  FaultTrial(BoxCluster boxes, Path directory) throws Exception {
    this.boxes = boxes;
    this.directory = directory;
    this.cluster = new Cluster(boxes.bootstrapServers(), boxes.registryUrl(), boxes::close);
    long seed = Workload.seed();
    this.random = new Random(seed);
    this.history = new RandomHistory(seed);
    cluster.reset();
    this.ledger = new LedgerWatch(cluster);
    this.watch = new CommittedWatch(cluster);
  }

  /** Lets something happen while events are told for so long, and holds the law against the end. */
  void survive(String fault, Duration lasting, Fault happening) throws Exception {
    List<Event> next = next(lasting);
    watch.measure();
    long began = System.nanoTime();
    try (Trickle trickle = new Trickle(cluster, next, lasting)) {
      try {
        happening.happen();
      } finally {
        trickle.finish(); // the history is told, or whatever comes after this would fail too
      }
    }
    Duration published = Duration.ofNanos(System.nanoTime() - began);
    cluster.settle();
    System.out.printf(
        "%s: %,d records in %s s; longest without a commit %s s; settled after %s s%n",
        fault,
        next.size(),
        seconds(published),
        seconds(watch.longestSilence()),
        seconds(Duration.ofNanos(System.nanoTime() - began).minus(published)));
    assertLaw();
  }

  /**
   * Rows, ledger and {@code mooring verify} agree, and no row that was seen was ever taken back.
   */
  void assertLaw() {
    cluster.assertRowsOfOracle(told);
    cluster.assertLedger(records, rejected);
    ledger.assertSound();
    assertThat(watch.rows()).isPositive();
    assertThat(watch.problems()).isEmpty();
    Command.assertVerified(cluster, directory);
    System.out.printf("the law holds: %,d records, %,d rows seen%n", records.size(), watch.rows());
  }

  /** What the history goes on with. */
  List<Event> goOn(int number) {
    return history.take(number);
  }

  /** These are in the topic, so often, and stand. */
  void tell(Collection<Event> events, Collection<Event> asRecords) {
    told.addAll(events);
    records.addAll(asRecords);
  }

  /** A record that is no event is in the topic. */
  void tellBad(RecordMetadata record) {
    rejected.merge(record.partition(), 1L, Long::sum);
  }

  /** One more instance, which is not waited for. */
  Box startInstance() {
    Box instance = newInstance("mooring-" + (instances.size() + 1), Map.of());
    instances.add(instance);
    instance.start();
    return instance;
  }

  /** One that is not started, and not among the {@link #instances}. */
  Box newInstance(String name, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("MOORING_TOPOLOGY_APPLICATION_ID", cluster.lane());
    return boxes.instance(name, environment);
  }

  List<Box> instances() {
    return instances;
  }

  BoxCluster boxes() {
    return boxes;
  }

  Cluster cluster() {
    return cluster;
  }

  Random random() {
    return random;
  }

  @Override
  public void close() {
    try (cluster;
        ledger;
        watch) {
      instances.clear();
    }
  }

  /** A tenth of them, or of older ones, twice, and in any order. */
  private List<Event> next(Duration lasting) {
    List<Event> events = goOn((int) (lasting.toSeconds() * EVENTS_A_SECOND));
    List<Event> next = new ArrayList<>(events);
    IntStream.range(0, events.size() / 10)
        .forEach(i -> next.add(events.get(random.nextInt(events.size()))));
    Collections.shuffle(next, random);
    tell(events, next);
    return next;
  }

  static String seconds(Duration time) {
    return "%.1f".formatted(time.toMillis() / 1_000.0);
  }
}
