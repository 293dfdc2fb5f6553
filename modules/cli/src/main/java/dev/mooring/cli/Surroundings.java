package dev.mooring.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a command finds around it; given to it so that tests can give something else.
 *
 * @param environment variables of the environment
 * @param directory the current directory
 * @param home where the distribution lies; empty outside one
 * @param clock the time
 * @param columns width of the terminal; empty when standard output is none
 * @param lines height of the terminal; empty when standard output is none
 * @param progress whether standard error is a terminal, so that progress can be shown
 */
public record Surroundings(
    Map<String, String> environment,
    Path directory,
    Optional<Path> home,
    Clock clock,
    Optional<Integer> columns,
    Optional<Integer> lines,
    boolean progress) {

  /** The real ones. Java cannot ask about terminals; the launcher can, and tells by properties. */
  static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(),
        Path.of(""),
        Optional.ofNullable(System.getProperty("mooring.home")).map(Path::of),
        Clock.systemUTC(),
        Optional.ofNullable(Integer.getInteger("mooring.columns")),
        Optional.ofNullable(Integer.getInteger("mooring.lines")),
        Boolean.getBoolean("mooring.progress"));
  }

  /** Of a program that runs commands itself: no distribution, no terminal. */
  public static Surroundings ofCaller(Map<String, String> environment, Path directory) {
    return new Surroundings(
        environment,
        directory,
        Optional.empty(),
        Clock.systemUTC(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** A path as the user means it: from the current directory. */
  public Path resolve(Path path) {
    return directory.resolve(path);
  }
}
