package dev.mooring.topology.lane;

import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.Lane;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.topology.Restoring;
import dev.mooring.topology.StartupException;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.TopologyDigest;
import dev.mooring.topology.TopologyRunner;
import dev.mooring.topology.lane.Instruction.End;
import dev.mooring.topology.lane.Instruction.Run;
import dev.mooring.topology.lane.Instruction.Stand;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an instance of a lane, and does what the lane records say: it leaves while the lane drains
 * for a promotion, goes on as the live lane when its shadow was promoted, and ends when its lane
 * was removed. It reads them at the start, at every assignment of partitions, and several times a
 * second in between. An instance whose clock was set back begins again: it would wait until the
 * time comes round.
 */
public final class LaneRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LaneRunner.class);
  private static final long LOOK_EVERY_MS = 250;

  private final TopologyConfig config;
  private final LaneClients clients;
  private final LaneBook book;
  private final LaneListener listener;
  private final ClockWatch clock = new ClockWatch(InstantSource.system(), System::nanoTime);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile Instance instance;
  private volatile Instruction present;
  private volatile TopologyRunner topology;

  private LaneRunner(TopologyConfig config, Lane lane, LaneListener listener) {
    this.config = config;
    this.instance = new Instance(lane, config.applicationId(), TopologyDigest.of(config));
    this.clients = new LaneClients(config);
    this.book = clients.book();
    this.listener = listener;
  }

  /**
   * Starts an instance.
   *
   * @param config of the live lane, as it is where no lane record says otherwise
   * @param lane that it is an instance of
   * @throws StartupException when the cluster is not as the topology needs it, or there is no such
   *     lane, or it runs another topology than this build has
   */
  public static LaneRunner start(TopologyConfig config, Lane lane, LaneListener listener)
      throws InterruptedException {
    GeneratedTypes.trust(); // its digest is made of the topology, before that runs
    LaneRunner runner = new LaneRunner(config, lane, listener);
    try {
      runner.begin();
      return runner;
    } catch (RuntimeException | InterruptedException e) {
      boolean unused = runner.stopTopology();
      runner.book.close();
      throw e;
    }
  }

  /**
   * Waits until the instance runs; or stands by, because its lane drains, or has ended.
   *
   * @return whether it does so in that time, and has not failed
   */
  public boolean awaitRunning(Duration atMost) throws InterruptedException {
    TopologyRunner running = topology;
    return (running == null || running.awaitRunning(atMost)) && failure().isEmpty();
  }

  /** Waits until the instance has ended: it was closed, it failed, or its lane is over. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** Why it ended by itself; empty while it has not, or when lane records told it to. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Whether it was closed, has failed, or its lane is over. */
  public boolean isEnded() {
    return closing.getCount() == 0 || ended.getCount() == 0;
  }

  /** The state in Kafka Streams' words, such as RUNNING; STANDS while it waits, ENDED at last. */
  public String state() {
    TopologyRunner running = topology;
    if (isEnded()) {
      return "ENDED";
    }
    return running == null ? "STANDS" : running.state();
  }

  /** Why it does not do its work at present; empty when it does, or is told to wait. */
  public Optional<String> unready() {
    if (isEnded()) {
      return Optional.of("it has ended");
    }
    return Optional.ofNullable(topology).flatMap(TopologyRunner::unready);
  }

  /** How far it is in reading its state back; empty while it waits. */
  public Optional<Restoring> restoring() {
    return Optional.ofNullable(topology).map(TopologyRunner::restoring);
  }

  /** Commits, leaves the group and stops. */
  @Override
  public void close() {
    closing.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin() throws InterruptedException {
    Map<String, LaneRow> records = book.current();
    Instruction first = instance.instruction(records);
    if (first instanceof End(String why, boolean removed)) {
      throw new StartupException(List.of(why + (removed ? "; there are: " + lanes(records) : "")));
    }
    obey(first);
    Thread.ofPlatform().name("mooring-lane").start(this::follow);
  }

  private static String lanes(Map<String, LaneRow> records) {
    return records.isEmpty() ? "live" : String.join(", ", records.keySet());
  }

  private void follow() {
    try {
      while (!closing.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS) && !(present instanceof End)) {
        look();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      LOG.error("the instance ends", failed);
      failure.compareAndSet(null, failed);
    } finally {
      boolean unused = stopTopology();
      book.close();
      ended.countDown();
    }
  }

  private void look() throws InterruptedException {
    Optional<Throwable> failed = topology == null ? Optional.empty() : topology.failure();
    if (failed.isPresent() && !isLeaving(failed.get())) {
      throw new IllegalStateException(failed.get().getMessage(), failed.get());
    }
    Instruction next;
    try {
      next = instance.instruction(book.current());
    } catch (KafkaException silent) {
      LOG.warn("the lane records cannot be read; going on as before", silent);
      return;
    }
    boolean setBack = isSetBack();
    if (setBack && topology != null) {
      topology.wake();
    }
    if (!next.equals(present) || failed.isPresent() || setBack) {
      obey(next);
    }
  }

  private boolean isSetBack() {
    Optional<Duration> setBack = clock.setBack();
    setBack.ifPresent(
        far ->
            tell(
                "the clock was set back by %d s: beginning again at the last commit"
                    .formatted(far.toSeconds())));
    return setBack.isPresent();
  }

  private static boolean isLeaving(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof LaneLeftException) {
        return true;
      }
    }
    return false;
  }

  private void obey(Instruction next) throws InterruptedException {
    if (!stopTopology()) {
      throw new IllegalStateException(
          "the topology did not stop, and holds its state directory: ending, to be started again");
    }
    switch (next) {
      case Run run -> run(run);
      case Stand(String why) -> tell(why + ": waiting");
      case End(String why, boolean removed) -> end(why, removed);
    }
    present = next;
  }

  private void run(Run run) throws InterruptedException {
    if (present != null) {
      tell("running lane %s as application %s".formatted(run.lane(), run.applicationId()));
    }
    clients.announce(book, run, instance.digest());
    if (run.lane().isLive()) {
      instance = instance.promoted();
    }
    topology = TopologyRunner.start(clients.config(run), () -> requireStill(run));
  }

  /** On the threads that fold, before they touch what was assigned to them. */
  private void requireStill(Run run) {
    Instruction now = instance.instruction(book.current());
    if (!now.equals(run)) {
      throw new LaneLeftException("not to run %s any more, but: %s".formatted(run, now));
    }
  }

  private void end(String why, boolean removed) {
    tell(why);
    if (removed) {
      boolean unused =
          StateFiles.remove(
              config.stateDirectory(), instance.lane().applicationId(config.applicationId()));
    }
  }

  private boolean stopTopology() {
    TopologyRunner running = topology;
    topology = null;
    return running == null || running.stop();
  }

  private void tell(String what) {
    LOG.info("{}", what);
    listener.told(what);
  }
}
