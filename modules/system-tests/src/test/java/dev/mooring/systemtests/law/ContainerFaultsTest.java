package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.stack.EndReason;
import dev.mooring.contract.event.Event;
import dev.mooring.systemtests.containers.Box;
import dev.mooring.systemtests.containers.BoxCluster;
import dev.mooring.systemtests.containers.Images;
import dev.mooring.systemtests.containers.NeedsContainers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The law of section 3 on three brokers, with machines in trouble: every process is a container.
 * Some faults take minutes, and are made with {@code -Dmooring.faults=long} only.
 */
@NeedsContainers
class ContainerFaultsTest {

  private static final String FAULTS = "mooring.faults";
  private static final String LONG = "long";
  private static final boolean IS_LONG = LONG.equals(System.getProperty(FAULTS));

  /** Of a broker: 9 s unless it is set, and then there is waiting only. */
  private static final Duration SESSION = Duration.ofSeconds(IS_LONG ? 9 : 4);

  /** Of an instance, as Kafka Streams has it. */
  private static final Duration BEYOND_ITS_SESSION = Duration.ofSeconds(12);

  /** Lines of the file of a publisher that is killed. */
  private static final int FILE = 5_000;

  private static final Duration STOPPING = Duration.ofMinutes(1);
  private static final String DATA = "/var/lib/mooring";

  private static FaultTrial trial;
  private static ContainerFaults faults;

  @BeforeAll
  static void startBoxes(Images images, @TempDir Path directory) throws Exception {
    BoxCluster boxes =
        BoxCluster.start(
            images, Map.of("KAFKA_BROKER_SESSION_TIMEOUT_MS", Long.toString(SESSION.toMillis())));
    try {
      trial = new FaultTrial(boxes, directory);
      faults = new ContainerFaults(trial);
      trial.startInstance();
      trial.startInstance();
      trial.instances().forEach(Box::awaitReady);
    } catch (Exception | Error failed) {
      boxes.close();
      throw failed;
    }
  }

  @AfterAll
  static void stopBoxes() {
    if (trial != null) {
      trial.close();
    }
  }

  @Test
  void shouldGoOnThoughInstancesAreKilled() throws Exception {
    trial.survive(
        "kill -9 of instances",
        Duration.ofSeconds(IS_LONG ? 120 : 12),
        () -> faults.killInstances(IS_LONG ? 20 : 2));
  }

  @Test
  void shouldGoOnThoughABrokerIsKilled() throws Exception {
    List<Box> brokers = trial.boxes().brokers();
    trial.survive(
        "kill -9 of brokers",
        Duration.ofSeconds(IS_LONG ? 60 : 15),
        () -> {
          for (Box broker : IS_LONG ? brokers : List.of(any(brokers))) {
            faults.killBroker(broker, SESSION.plusSeconds(2));
          }
        });
  }

  @Test
  void shouldGoOnThoughABrokerStandsStillForLongerThanItsSession() throws Exception {
    trial.survive(
        "a broker paused",
        SESSION.plusSeconds(8),
        () -> faults.pauseBroker(any(trial.boxes().brokers()), SESSION.plusSeconds(4)));
  }

  @Test
  @EnabledIfSystemProperty(named = FAULTS, matches = LONG)
  void shouldGoOnThoughAnInstanceIsCutOffAndComesBack() throws Exception {
    trial.survive(
        "an instance cut off",
        BEYOND_ITS_SESSION.plusSeconds(4),
        () -> faults.cutOff(trial.instances().getFirst(), BEYOND_ITS_SESSION));
    assertThat(trial.instances()).allMatch(box -> box.exitCode().isEmpty());
  }

  @Test
  @EnabledIfSystemProperty(named = FAULTS, matches = LONG)
  void shouldStopAnInstanceWhoseDiskIsFullAndGoOnWithoutIt() throws Exception {
    Box small =
        trial.newInstance("small", Map.of("MOORING_TOPOLOGY_STORE", "rocksdb")).withDisk(DATA, 16);
    small.start();
    small.awaitReady();
    Box second = trial.instances().get(1);
    trial.survive(
        "a full disk",
        Duration.ofSeconds(12),
        () -> {
          assertThat(small.run("cat /dev/zero > " + DATA + "/full")).isNotZero();
          second.stop(STOPPING); // what it did is to be done on the full disk
          Awaitility.await()
              .atMost(Duration.ofMinutes(1))
              .until(() -> small.exitCode().isPresent());
          second.startAgain();
          second.awaitReady();
        });
    assertThat(small.exitCode()).hasValue(EndReason.NO_SPACE.code());
    assertThat(small.log()).contains("No space left on device. See that the disk is sound");
  }

  @Test
  void shouldCountEachLineOnceThoughItsPublisherIsKilled() throws Exception {
    List<Event> file = trial.goOn(FILE);
    Map<Integer, Long> before = trial.cluster().eventEnds();
    Box publisher = faults.publisher(file);
    publisher.start();
    faults.awaitEvents(before, FILE / 10);
    publisher.kill();
    publisher.startAgain();
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> publisher.exitCode().isPresent());
    assertThat(publisher.exitCode()).as(publisher.log()).hasValue(0);

    List<Event> published = trial.cluster().eventsFrom(before);
    assertThat(published).hasSizeGreaterThan(FILE);
    assertThat(ids(published)).isEqualTo(ids(file));
    trial.tell(Set.copyOf(published), published);
    trial.cluster().settle();
    trial.assertLaw();
  }

  @Test
  void shouldPutBurstsOfBadRecordsAside() throws Exception {
    trial.survive("bad records", Duration.ofSeconds(8), () -> faults.publishBad(160));
  }

  @Test
  @EnabledIfSystemProperty(named = FAULTS, matches = LONG)
  void shouldGoOnThoughTheRegistryIsAway() throws Exception {
    Box registry = trial.boxes().registry();
    trial.survive(
        "the registry away",
        Duration.ofSeconds(10),
        () -> {
          registry.kill();
          Faults.pause(Duration.ofSeconds(5));
          registry.startAgain();
          registry.awaitReady();
        });
  }

  @Test
  @EnabledIfSystemProperty(named = FAULTS, matches = LONG)
  void shouldGoOnThoughABrokerAndAnInstanceAreKilledAtOnce() throws Exception {
    Box broker = any(trial.boxes().brokers());
    Box instance = any(trial.instances());
    trial.survive(
        "kill -9 of a broker and an instance at once",
        Duration.ofSeconds(60),
        () -> {
          broker.kill();
          instance.kill();
          Faults.pause(Duration.ofSeconds(50));
          broker.startAgain();
          instance.startAgain();
          instance.awaitReady();
          faults.awaitInSync();
        });
  }

  @Test
  @EnabledIfSystemProperty(named = FAULTS, matches = LONG)
  void shouldGoOnThoughEverythingIsRestartedInTurn() throws Exception {
    trial.survive("a rolling restart of everything", Duration.ofSeconds(60), faults::restartAll);
  }

  @Test
  @EnabledIfSystemProperty(named = FAULTS, matches = LONG)
  void shouldGoOnThoughInstancesComeAndGo() throws Exception {
    trial.survive(
        "one instance, three, one",
        Duration.ofSeconds(60),
        () -> {
          Box second = trial.instances().get(1);
          second.stop(STOPPING);
          Faults.pause(Duration.ofSeconds(5));
          second.startAgain();
          Box third = trial.startInstance();
          second.awaitReady();
          Faults.pause(Duration.ofSeconds(10));
          third.stop(STOPPING);
          trial.instances().remove(third);
          second.stop(STOPPING);
          Faults.pause(Duration.ofSeconds(10));
          second.startAgain();
        });
  }

  private static Set<String> ids(List<Event> events) {
    return events.stream()
        .map(event -> event.getId() + " " + event.getRevision())
        .collect(Collectors.toSet());
  }

  private static <T> T any(List<T> some) {
    return some.get(trial.random().nextInt(some.size()));
  }
}
