package dev.mooring.cli;

import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.settings.SettingsReader;
import dev.mooring.devstack.DevStack;
import dev.mooring.devstack.DevStackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real broker that lets in those only whom it knows, and lets them do what ACLs say. */
final class SecuredStack implements AutoCloseable {

  /** May do everything. */
  static final String ADMIN = "admin";

  static final String PUBLISHER = "feed";
  static final String TOPOLOGY = "engine";
  static final String READER = "desk";

  private final DevStack stack;
  private final Path directory;

  SecuredStack(Path directory) {
    this.directory = directory;
    this.stack = DevStack.start(DevStackConfig.in(directory, 0, 0, broker()));
  }

  String bootstrapServers() {
    return stack.bootstrapServers();
  }

  /** Runs a command as a user. */
  Run run(String user, String... arguments) {
    return Run.of(directory, environment(user), arguments);
  }

  /** The settings of a user. */
  Settings settings(String user) {
    return new SettingsReader(Map.of()).environment(environment(user)).read();
  }

  @Override
  public void close() {
    stack.close();
  }

  private Map<String, String> environment(String user) {
    try {
      Path password = Files.writeString(directory.resolve(user + ".secret"), login(user) + "\n");
      return Map.of(
          "MOORING_BOOTSTRAP_SERVERS",
          stack.bootstrapServers(),
          "MOORING_REGISTRY_URL",
          stack.registryUrl(),
          "MOORING_KAFKA_SECURITY_PROTOCOL",
          "SASL_PLAINTEXT",
          "MOORING_KAFKA_SASL_MECHANISM",
          "PLAIN",
          "MOORING_KAFKA_SASL_JAAS_CONFIG",
          "${file:" + password + "}",
          "MOORING_KAFKA_STREAMS_REPARTITION_PURGE_INTERVAL_MS",
          "100");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Map<String, String> broker() {
    StringBuilder users = new StringBuilder(login(ADMIN));
    users.setLength(users.length() - 1);
    for (String user : List.of(ADMIN, PUBLISHER, TOPOLOGY, READER)) {
      users.append(" user_%s=\"%s\"".formatted(user, password(user)));
    }
    Map<String, String> broker = new HashMap<>();
    broker.put("listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
    broker.put("sasl.enabled.mechanisms", "PLAIN");
    broker.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    broker.put("listener.name.plaintext.plain.sasl.jaas.config", users.append(';').toString());
    broker.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    // Clients log in; who is anonymous is the broker at its own controller.
    broker.put("super.users", "User:ANONYMOUS;User:" + ADMIN);
    return broker;
  }

  private static String login(String user) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password(user));
  }

  /** What must never be seen. */
  static String password(String user) {
    return "hidden-" + user;
  }
}
