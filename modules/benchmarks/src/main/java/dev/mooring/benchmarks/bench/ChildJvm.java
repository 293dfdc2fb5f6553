package dev.mooring.benchmarks.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JVM of its own with the class path of this one. It speaks in lines on its standard output; its
 * standard error goes to a file, whose end is told when it fails. It ends when its standard input
 * does or with this process, whichever its main class looks at, or when it is closed.
 */
public final class ChildJvm implements AutoCloseable {

  private static final Duration TO_STOP = Duration.ofSeconds(30);
  private static final int TOLD = 20;
  private static final int UNSAFE_WARNS_SINCE = 24;

  private final String name;
  private final Process process;
  private final BufferedReader out;
  private final Path errors;

  private ChildJvm(String name, Process process, Path errors) {
    this.name = name;
    this.process = process;
    this.out = process.inputReader();
    this.errors = errors;
  }

  /** Starts a main class. */
  public static ChildJvm start(Path dir, List<String> options, Class<?> main, String... arguments) {
    String name = main.getSimpleName();
    Path errors = dir.resolve(name + ".log");
    ProcessBuilder builder = command(options, main, arguments);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    try {
      return new ChildJvm(name, builder.start(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException("starting " + name, e);
    }
  }

  /** A main class as a command that has not started. */
  static ProcessBuilder command(List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(usualOptions());
    command.addAll(options);
    command.add(main.getName());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder;
  }

  /**
   * The next line that it says.
   *
   * @throws IllegalStateException when it ends instead
   */
  public String line() {
    try {
      String line = out.readLine();
      if (line != null) {
        return line;
      }
      throw new IllegalStateException(
          name + " ended with code " + process.waitFor() + "; " + lastWords());
    } catch (IOException e) {
      throw new UncheckedIOException("listening to " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  /** The next line, which must begin with a word; returns what follows it. */
  public String expect(String word) {
    String line = line();
    if (!line.startsWith(word)) {
      throw new IllegalStateException(name + " said: " + line + ", should be: " + word);
    }
    return line.substring(word.length()).strip();
  }

  /** Processor seconds since it began. */
  public double cpuSeconds() {
    return process.info().totalCpuDuration().map(cpu -> cpu.toNanos() / 1e9).orElse(Double.NaN);
  }

  /** Waits until it ends by itself; its exit code. */
  int await() {
    try {
      out.lines().forEach(said -> {});
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  /** Ends it at once and without warning, as kill -9 does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it end by itself, and ends it when it does not. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** What it said last on its standard error, and whether it is still there. */
  String lastWords() throws IOException {
    try (Stream<String> lines = Files.lines(errors)) {
      List<String> all = lines.toList();
      return (process.isAlive() ? "it is alive, and" : "it")
          + " said last:\n"
          + String.join("\n", all.subList(Math.max(0, all.size() - TOLD), all.size()));
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Kafka calls native code and Unsafe; a newer JDK warns of it unless it is told. */
  private static List<String> usualOptions() {
    String nativeAccess = "--enable-native-access=ALL-UNNAMED";
    return Runtime.version().feature() < UNSAFE_WARNS_SINCE
        ? List.of(nativeAccess)
        : List.of(nativeAccess, "--sun-misc-unsafe-memory-access=allow");
  }
}
