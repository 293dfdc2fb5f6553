package dev.mooring.benchmarks.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that commands have in common. */
public final class RunOptions {

  @Option(names = "--seed", description = "Seed of the history (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--partitions", description = "Partitions of the topics (${DEFAULT-VALUE}).")
  private int partitions = 4;

  @Option(names = "--heap", description = "Most heap of an engine (${DEFAULT-VALUE}).")
  private String heap = "4g";

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description =
          "One more option of the engines' JVMs, as --jvm=-XX:+UseParallelGC; repeatable.")
  private List<String> moreJvmOptions = List.of();

  @Option(names = "--json", description = "File for all figures.")
  private Path json;

  @Option(names = "--dir", description = "Where to keep the broker's data meanwhile.")
  private Path parent;

  @Option(names = "--smoke", description = "A few events only: does it run? Says nothing of speed.")
  private boolean smoke;

  public long seed() {
    return seed;
  }

  public int partitions() {
    return partitions;
  }

  public boolean isSmoke() {
    return smoke;
  }

  /** File for the figures; null when none is wanted. */
  public Path json() {
    return json;
  }

  /** Below which directory to work; null for that of the system. */
  public Path parent() {
    return parent;
  }

  /** Of the engines' JVMs. Those of a smoke should rather start fast than run fast. */
  public List<String> jvmOptions() {
    List<String> options = new ArrayList<>(List.of("-Xmx" + heap));
    if (smoke) {
      options.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    }
    options.addAll(moreJvmOptions);
    return options;
  }
}
