package dev.mooring.systemtests.law;

import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.event.Event;
import dev.mooring.systemtests.containers.Box;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.awaitility.Awaitility;

/** What may happen to machines. */
final class ContainerFaults {

  private static final Duration TO_CATCH_UP = Duration.ofMinutes(2);

  private final FaultTrial trial;

  ContainerFaults(FaultTrial trial) {
    this.trial = trial;
  }

  /** {@code kill -9} of instances at random, each started again at once. */
  void killInstances(int kills) {
    List<String> recoveries = new ArrayList<>();
    for (int kill = 0; kill < kills; kill++) {
      Faults.pause(Duration.ofMillis(trial.random().nextInt(3_000)));
      Box victim = trial.instances().get(trial.random().nextInt(trial.instances().size()));
      victim.kill();
      victim.startAgain();
      recoveries.add(FaultTrial.seconds(victim.awaitReady()));
    }
    System.out.println("ready after a kill, in s: " + recoveries);
  }

  /** A broker is killed, is away for a while, and comes back. */
  void killBroker(Box broker, Duration away) {
    broker.kill();
    Faults.pause(away);
    startAgain(broker);
  }

  /** A broker stands still for a while. */
  void pauseBroker(Box broker, Duration time) {
    broker.pause();
    Faults.pause(time);
    broker.unpause();
    awaitInSync();
  }

  /** An instance reaches nobody for a while. */
  void cutOff(Box instance, Duration time) {
    instance.disconnect();
    Faults.pause(time);
    instance.connect();
  }

  /** Everything is stopped in good order and started again, one after the other. */
  void restartAll() {
    List<Box> all = new ArrayList<>(trial.boxes().brokers());
    all.add(trial.boxes().registry());
    all.addAll(trial.instances());
    for (Box box : all) {
      box.stop(Duration.ofSeconds(60));
      startAgain(box);
    }
  }

  /** Records that are no events, of each kind in turn, between those that are. */
  void publishBad(int number) {
    BadRecords[] kinds = BadRecords.values();
    for (int i = 0; i < number; i++) {
      trial.tellBad(trial.cluster().publish(kinds[i % kinds.length].record(trial.cluster())));
      Faults.pause(Duration.ofMillis(20));
    }
  }

  /** {@code mooring publish} of a file, slow and not started yet. */
  Box publisher(List<Event> events) {
    String file = "/var/lib/mooring/events.jsonl";
    Map<String, String> few = Map.of("MOORING_PUBLISHER_MAX_IN_FLIGHT_RECORDS", "10");
    return trial
        .boxes()
        .mooring("publisher", few, "publish", file, "--accept-unknown-cities")
        .with(file, events.stream().map(EventJson::write).collect(Collectors.joining("\n")));
  }

  /** Waits until so many records more than before are in the topic. */
  void awaitEvents(Map<Integer, Long> before, int number) {
    Awaitility.await()
        .atMost(TO_CATCH_UP)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> sum(trial.cluster().eventEnds()) >= sum(before) + number);
  }

  private static long sum(Map<Integer, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private void startAgain(Box box) {
    box.startAgain();
    box.awaitReady();
    awaitInSync();
  }

  /** As who restarts brokers should: the next one only when all have what the others have. */
  void awaitInSync() {
    long began = System.nanoTime();
    Awaitility.await()
        .ignoreException(ExecutionException.class) // while brokers come back, some do not answer
        .atMost(TO_CATCH_UP)
        .until(this::isInSync);
    System.out.println(
        "in sync after " + FaultTrial.seconds(Duration.ofNanos(System.nanoTime() - began)) + " s");
  }

  private boolean isInSync() throws InterruptedException, ExecutionException {
    var admin = trial.cluster().admin();
    return admin
        .describeTopics(admin.listTopics().names().get())
        .allTopicNames()
        .get()
        .values()
        .stream()
        .map(TopicDescription::partitions)
        .flatMap(List::stream)
        .allMatch(partition -> partition.isr().size() == partition.replicas().size());
  }
}
