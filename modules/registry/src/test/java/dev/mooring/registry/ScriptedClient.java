package dev.mooring.registry;

import dev.mooring.registry.ScriptedRegistry.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;

/** For tests of a client of a scripted registry: it is told the time, and never really waits. */
abstract class ScriptedClient {

  final List<Duration> waits = new ArrayList<>();
  Instant now = Instant.parse("2026-02-01T10:00:00Z");
  ScriptedRegistry registry;
  SchemaRegistryClient client;

  void given(Step... script) throws IOException {
    given(Map.of(), script);
  }

  void given(Map<String, String> settings, Step... script) throws IOException {
    registry = new ScriptedRegistry(script);
    Map<String, String> all = new HashMap<>(Map.of(RegistryConfig.URL, registry.url()));
    all.putAll(settings);
    client = client(all);
  }

  /** Another client, which its user closes. */
  SchemaRegistryClient client(Map<String, String> settings) {
    return new SchemaRegistryClient(
        RegistryConfig.from(settings), new Random(7), waits::add, () -> now);
  }

  @AfterEach
  void closeClient() throws IOException {
    if (client != null) {
      client.close();
    }
    if (registry != null) {
      registry.close();
    }
  }
}
