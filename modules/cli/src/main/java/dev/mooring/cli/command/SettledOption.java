package dev.mooring.cli.command;

import dev.mooring.cli.cluster.Cluster;
import picocli.CommandLine.Option;

/** The option to wait for the topology before reading. */
final class SettledOption {

  @Option(
      names = "--settled",
      description = "First wait until the topology has committed everything published before.")
  private boolean settled;

  boolean isAskedFor() {
    return settled;
  }

  /** Waits, if that was asked for. */
  void await(Cluster cluster) {
    if (settled) {
      cluster.awaitSettled();
    }
  }
}
