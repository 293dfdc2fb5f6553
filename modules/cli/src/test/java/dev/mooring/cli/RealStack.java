package dev.mooring.cli;

import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.devstack.DevStack;
import dev.mooring.devstack.DevStackConfig;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.publisher.PublisherConfig;
import dev.mooring.publisher.Receipt;
import dev.mooring.view.EventLog;
import dev.mooring.view.ViewConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A real broker and a real registry with all topics, and commands on it; no topology runs. */
final class RealStack implements AutoCloseable {

  /** The time of the publisher's clock. */
  static final Instant NOW = Instant.parse("2024-06-01T10:00:00.123Z");

  private final DevStack stack;
  private final Run startedWithoutTopics;
  private final Run plannedWithoutTopics;

  RealStack(Path data) {
    this.stack = DevStack.start(DevStackConfig.in(data, 0, 0));
    this.startedWithoutTopics = run(data, "start");
    this.plannedWithoutTopics = run(data, "topics", "plan", "-o", "json");
    Run made = run(data, "topics", "apply");
    if (made.exitCode() != 0) {
      throw new IllegalStateException(made.err());
    }
  }

  /** What `start` said before there were topics. */
  Run startedWithoutTopics() {
    return startedWithoutTopics;
  }

  /** What `topics plan` said before there were topics. */
  Run plannedWithoutTopics() {
    return plannedWithoutTopics;
  }

  String bootstrapServers() {
    return stack.bootstrapServers();
  }

  String registryUrl() {
    return stack.registryUrl();
  }

  /** The variables by which commands find it. */
  Map<String, String> environment() {
    return Map.of(
        "MOORING_BOOTSTRAP_SERVERS", bootstrapServers(), "MOORING_REGISTRY_URL", registryUrl());
  }

  /** Runs a command in a directory. */
  Run run(Path directory, String... arguments) {
    return Run.of(directory, environment(), arguments);
  }

  /** Publishes by the library, at {@link #NOW}. */
  CompletableFuture<Receipt> publish(Event event) {
    PublisherConfig config = PublisherConfig.of(bootstrapServers(), registryUrl(), "urn:test");
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (EventPublisher publisher = EventPublisher.open(config, CityReference.shipped(), clock)) {
      return publisher.publish(event);
    }
  }

  /** Every event that was published. */
  List<Event> events() {
    List<Event> events = new ArrayList<>();
    try (EventLog log = new EventLog(ViewConfig.of(bootstrapServers(), registryUrl()))) {
      log.readToEnd(entry -> events.add(((EventLog.Entry.Found) entry).event()));
    }
    return events;
  }

  /**
   * An opening at za-bank of osl.
   *
   * @param more further fields as JSON
   */
  static Event event(String id, String more) {
    String json =
        """
        {"id":"%s","type":"ACCOUNT_OPENED","bank":"za-bank","firm":"osl","occurredAt":"2023-04-11",
        "source":"a test",%s}
        """
            .formatted(id, more);
    return ((EventReading.Read) EventJson.read(json)).event();
  }

  @Override
  public void close() {
    stack.close();
  }
}
