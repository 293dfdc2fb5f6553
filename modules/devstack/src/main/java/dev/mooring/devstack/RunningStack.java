package dev.mooring.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a running {@link DevStack} says of itself in {@code stack.properties}, by which the other
 * commands find it.
 *
 * @param bootstrapServers the broker
 * @param registryUrl the schema registry
 * @param pid the process that runs the stack
 * @param started when that process started, which tells it from a later one with the same pid
 */
public record RunningStack(
    String bootstrapServers, String registryUrl, long pid, Optional<Instant> started) {

  static final String FILE = "stack.properties";

  /** The system derives start times from its clock, which may be set in between. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(5);

  /** The stack that runs in a directory; empty when none does, or its process is gone. */
  public static Optional<RunningStack> find(Path directory) {
    return read(directory.resolve(FILE)).filter(RunningStack::isAlive);
  }

  static RunningStack ofThisProcess(String bootstrapServers, String registryUrl) {
    ProcessHandle self = ProcessHandle.current();
    return new RunningStack(bootstrapServers, registryUrl, self.pid(), self.info().startInstant());
  }

  void write(Path directory) {
    String text =
        Stream.of(
                "bootstrap=" + bootstrapServers,
                "registry=" + registryUrl,
                "pid=" + pid,
                "started=" + started.map(Instant::toString).orElse(""))
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      BrokerStorage.writeWhole(directory.resolve(FILE), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void remove(Path directory) {
    try {
      Files.deleteIfExists(directory.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> sameStart(process.info().startInstant()))
        .isPresent();
  }

  private boolean sameStart(Optional<Instant> other) {
    return started.isEmpty()
        || other.isEmpty()
        || Duration.between(started.get(), other.get()).abs().compareTo(CLOCK_STEP) <= 0;
  }

  private static Optional<RunningStack> read(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return Optional.of(parse(properties));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
      throw new DevStackException(
          file + " cannot be read (" + e + "); remove it if no stack runs there", e);
    }
  }

  private static RunningStack parse(Properties properties) {
    return new RunningStack(
        required(properties, "bootstrap"),
        required(properties, "registry"),
        Long.parseLong(required(properties, "pid")),
        Optional.of(properties.getProperty("started", ""))
            .filter(text -> !text.isEmpty())
            .map(Instant::parse));
  }

  private static String required(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }
}
