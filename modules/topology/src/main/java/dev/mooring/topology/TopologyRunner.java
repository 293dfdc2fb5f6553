package dev.mooring.topology;

import dev.mooring.contract.GeneratedTypes;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.registry.SubjectRegistration;
import dev.mooring.topology.stage.StageTools;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology: checks the cluster, starts an instance, and stops it. */
public final class TopologyRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopologyRunner.class);
  private static final Duration CLOSING = Duration.ofSeconds(30);

  /** A thread of Kafka Streams that died may be waited for in vain; nothing is open any more. */
  private static final Duration CLOSING_AFTER_FAILURE = Duration.ofSeconds(5);

  /** Below the five minutes that a group lets a member think, unless told otherwise. */
  private static final Duration REGISTRY_PATIENCE = Duration.ofMinutes(4);

  private final Clients clients;
  private final KafkaStreams streams;
  private final SchemaRegistryClient registry;
  private final RelationshipSpace space;
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ThreadFailures failures = new ThreadFailures();
  private final InstantSource clock = InstantSource.system();
  private final RestoreProgress restore = new RestoreProgress(clock);

  private TopologyRunner(
      TopologyConfig config,
      SchemaRegistryClient registry,
      RelationshipSpace space,
      Runnable atAssignment) {
    this.registry = registry;
    this.space = space;
    String instance = InstanceId.in(config.stateDirectory(), () -> UUID.randomUUID().toString());
    Properties settings = StreamsSettings.of(config, instance);
    StageTools tools =
        new StageTools(
            config.lane(),
            new RegistrySchemas(registry, REGISTRY_PATIENCE, clock),
            () -> StreamsClients.rowSerializer(config),
            new RecordIds(UUID.randomUUID().toString()));
    this.clients = new Clients(atAssignment);
    StatePermissions permissions = StatePermissions.of(config.stateDirectory());
    this.streams =
        new KafkaStreams(
            new MooringTopology(config.partitions(), tools, space.states()).build(settings),
            settings,
            clients);
    permissions.restore();
    space.wipe(); // not before: now Kafka Streams has locked the state directory
    streams.setStateListener((now, before) -> changed(now));
    streams.setUncaughtExceptionHandler(failures);
    streams.setGlobalStateRestoreListener(restore);
  }

  /**
   * Starts an instance; it runs when {@link #awaitRunning} says so.
   *
   * @throws StartupException when the cluster is not as the topology needs it
   */
  public static TopologyRunner start(TopologyConfig config) throws InterruptedException {
    return start(config, () -> {});
  }

  /**
   * Starts an instance that may be stopped at every assignment.
   *
   * @param atAssignment runs whenever partitions were assigned, before they are touched; when it
   *     throws, the instance ends with that failure
   * @throws StartupException when the cluster is not as the topology needs it
   */
  public static TopologyRunner start(TopologyConfig config, Runnable atAssignment)
      throws InterruptedException {
    GeneratedTypes.trust();
    SchemaRegistryClient registry =
        new SchemaRegistryClient(RegistryConfig.from(config.registry()));
    try {
      check(config, registry);
      return start(config, registry, RelationshipSpace.of(config), atAssignment);
    } catch (StreamsException e) {
      registry.close();
      throw named(e, config);
    } catch (RuntimeException | InterruptedException e) {
      registry.close();
      throw e;
    }
  }

  private static TopologyRunner start(
      TopologyConfig config,
      SchemaRegistryClient registry,
      RelationshipSpace space,
      Runnable atAssignment) {
    try {
      TopologyRunner runner = new TopologyRunner(config, registry, space, atAssignment);
      runner.streams.start();
      return runner;
    } catch (RuntimeException e) {
      space.close();
      throw e;
    }
  }

  /** Kafka Streams says that its state directory is locked, but not what to do about it. */
  private static RuntimeException named(StreamsException e, TopologyConfig config) {
    if (e.getMessage() == null || !e.getMessage().contains("state directory")) {
      return e;
    }
    return new StartupException(
        List.of(
            "state directory %s: in use by another instance, should be one of its own (%s)"
                .formatted(config.stateDirectory(), e.getMessage())));
  }

  /** Waits until the instance has its partitions and has restored what it knows of them. */
  public boolean awaitRunning(Duration atMost) throws InterruptedException {
    return running.await(atMost.toMillis(), TimeUnit.MILLISECONDS) && failure().isEmpty();
  }

  /** Waits until the instance has ended, by itself or because it was closed. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** Why the instance ended by itself; empty while it has not. */
  public Optional<Throwable> failure() {
    return failures.fatal();
  }

  /** The state in Kafka Streams' words, such as RUNNING or REBALANCING. */
  public String state() {
    return streams.state().name();
  }

  /** How far it is in reading its state back. */
  public Restoring restoring() {
    return restore.now();
  }

  /**
   * Why it does not do its work at present, for people: it has no partitions yet, it restores their
   * state, or it was to and is stuck. Empty when it works, or has no partitions to work on.
   */
  public Optional<String> unready() {
    Restoring now = restore.now();
    if (now.isGoingOn()) {
      return Optional.of(now.told(clock.instant()));
    }
    if (running.getCount() > 0) {
      return Optional.of(
          "%s, waiting for partitions for %d s"
              .formatted(state(), Duration.between(now.last(), clock.instant()).toSeconds()));
    }
    return failure().map(failed -> state() + ": " + failed.getMessage());
  }

  /** Ends a wait for a time of the wall clock, which was set back. */
  public void wake() {
    clients.wake();
  }

  /** Commits, leaves the group and stops. */
  @Override
  public void close() {
    boolean unused = stop();
  }

  /**
   * The same.
   *
   * @return false when it is at work still: then no other can be started in this process
   */
  public boolean stop() {
    boolean failed = failure().isPresent();
    Duration closing = failed ? CLOSING_AFTER_FAILURE : CLOSING;
    boolean closed =
        streams.close(
            CloseOptions.timeout(closing)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    if (!closed) {
      LOG.warn(
          "the topology did not stop within {} s; what it had not committed is done again",
          closing.toSeconds());
    }
    space.close();
    registry.close();
    return closed || failed;
  }

  private static void check(TopologyConfig config, SchemaRegistryClient registry)
      throws InterruptedException {
    List<String> problems = new ArrayList<>();
    try (Admin admin = Admin.create(StreamsClients.admin(config))) {
      problems.addAll(new TopicCheck(admin, config).problems());
    }
    SubjectRegistration registration = new SubjectRegistration(registry, config.registry());
    problems.addAll(new SchemaCheck(registration, config.lane()).problems());
    if (!problems.isEmpty()) {
      throw new StartupException(problems);
    }
  }

  private void changed(KafkaStreams.State now) {
    LOG.info("the topology is {}", now);
    if (now == KafkaStreams.State.RUNNING || now == KafkaStreams.State.ERROR) {
      running.countDown();
    }
    if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
      ended.countDown();
    }
  }
}
