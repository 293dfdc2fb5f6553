package dev.mooring.cli.stack;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.Version;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.contract.PrivateFiles;
import dev.mooring.server.Limits;
import dev.mooring.server.LocalTopology;
import dev.mooring.server.MooringServer;
import dev.mooring.server.Role;
import dev.mooring.server.ServerConfig;
import dev.mooring.server.ServerException;
import dev.mooring.server.Token;
import dev.mooring.server.kafka.ClusterConfig;
import dev.mooring.server.kafka.KafkaParts;
import dev.mooring.server.stream.StreamLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The HTTP server, on the cluster that the settings name. */
public final class RunningServer implements AutoCloseable {

  private final KafkaParts parts;
  private final MooringServer server;
  private boolean closed;

  private RunningServer(KafkaParts parts, MooringServer server) {
    this.parts = parts;
    this.server = server;
  }

  /**
   * Starts it, and returns when it answers.
   *
   * @param directory where its temporary files lie
   * @param topology in this process; empty while there is none
   * @throws CommandException when it cannot listen, or would be open to strangers
   */
  public static RunningServer start(
      Settings settings, Path directory, Supplier<Optional<LocalTopology>> topology) {
    ServerConfig config = config(settings);
    KafkaParts parts =
        KafkaParts.open(cluster(settings, directory), topology, Version.get(), Clock.systemUTC());
    try {
      return new RunningServer(parts, MooringServer.start(config, parts.parts()));
    } catch (ServerException refused) {
      parts.close();
      throw cannotListen(refused);
    } catch (RuntimeException failed) {
      parts.close();
      throw failed;
    }
  }

  /**
   * Checks, before anything runs, that it could start.
   *
   * @throws CommandException when it cannot listen, or would be open to strangers
   */
  public static void check(Settings settings) {
    try {
      MooringServer.requireFree(config(settings));
    } catch (ServerException refused) {
      throw cannotListen(refused);
    }
  }

  private static CommandException cannotListen(ServerException refused) {
    return new CommandException(
        refused.getMessage() + " (--http-port or http.port; 0 takes a free one)", refused);
  }

  /** Where it listens: {@code http://127.0.0.1:8080/}. */
  public String url() {
    return server.url().toString();
  }

  /** Stops it; a second time does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      server.close();
    } finally {
      parts.close();
    }
  }

  /**
   * What the server is told.
   *
   * @throws CommandException when the settings do not go together
   */
  public static ServerConfig config(Settings settings) {
    try {
      return new ServerConfig(
          settings.text(Setting.HTTP_HOST),
          settings.number(Setting.HTTP_PORT),
          list(settings, Setting.HTTP_TOKENS).stream().map(RunningServer::token).toList(),
          Boolean.parseBoolean(settings.text(Setting.HTTP_OPEN)),
          Set.copyOf(list(settings, Setting.HTTP_HOSTS)),
          Limits.DEFAULT,
          StreamLimits.DEFAULT);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(wrong.getMessage(), wrong);
    }
  }

  private static List<String> list(Settings settings, Setting setting) {
    return settings.find(setting).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private static Token token(String text) {
    String[] parts = text.split(":", -1);
    return new Token(parts[0], Role.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
  }

  private static ClusterConfig cluster(Settings settings, Path directory) {
    try {
      PrivateFiles.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Cluster cluster = new Cluster(settings);
    return new ClusterConfig(
        cluster.view(),
        cluster.publisher(),
        settings.admin(),
        settings.text(Setting.APPLICATION_ID),
        directory);
  }
}
