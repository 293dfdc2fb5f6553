package dev.mooring.benchmarks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load tool wrk, found on the PATH. */
public final class Wrk {

  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
  private static final Pattern P50 = Pattern.compile("\\s50%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern P99 = Pattern.compile("\\s99%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern FAILED =
      Pattern.compile("(Socket errors:.*|Non-2xx or 3xx responses:.*)");
  private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0);

  private Wrk() {}

  /**
   * What a run came to.
   *
   * @param p50 half of the requests took at most so many milliseconds, seen by the client
   * @param p99 99 % did
   */
  public record Load(double perSecond, double p50, double p99) {}

  /**
   * Checks that there is one.
   *
   * @throws IllegalStateException when there is none, with how to get it
   */
  public static void find() throws IOException, InterruptedException {
    try {
      run(List.of("wrk", "--version"));
    } catch (IOException none) {
      throw new IllegalStateException(
          "wrk, the load tool, is not on the PATH; on Debian: apt-get install wrk", none);
    }
  }

  /**
   * Asks for an address as fast as answers come.
   *
   * @throws IllegalStateException when an answer was not 2xx or 3xx, or a connection failed
   */
  public static Load load(String url, int connections, int seconds, List<String> headers)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("wrk", "--latency", "-t1"));
    command.addAll(List.of("-c" + connections, "-d" + seconds + "s"));
    headers.forEach(header -> command.addAll(List.of("-H", header)));
    command.add(url);
    return read(run(command));
  }

  /** Reads what wrk prints. */
  static Load read(String report) {
    Matcher failed = FAILED.matcher(report);
    if (failed.find()) {
      throw new IllegalStateException("wrk: " + failed.group(1));
    }
    Matcher rate = found(RATE, report);
    return new Load(Double.parseDouble(rate.group(1)), millis(P50, report), millis(P99, report));
  }

  private static double millis(Pattern percentile, String report) {
    Matcher found = found(percentile, report);
    return Double.parseDouble(found.group(1)) * MILLIS.get(found.group(2));
  }

  private static Matcher found(Pattern pattern, String report) {
    Matcher matcher = pattern.matcher(report);
    if (!matcher.find()) {
      throw new IllegalStateException("wrk said nothing of " + pattern + ":\n" + report);
    }
    return matcher;
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said;
  }
}
