package dev.mooring.cli.command;

import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.settings.SettingsReader;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that {@code topics plan} and {@code topics apply} share. */
final class TopicsOptions {

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Partitions of topics that are made, where there is no events topic yet"
              + " (topics.partitions).")
  private Integer partitions;

  @Option(
      names = "--replication",
      paramLabel = "N",
      description = "Copies of each topic; -1 leaves it to the broker (topics.replication.factor).")
  private Integer replication;

  Settings settings() {
    Map<Setting, SettingsReader.Option> options = new EnumMap<>(Setting.class);
    SettingsOptions.put(options, Setting.PARTITIONS, "--partitions", partitions);
    SettingsOptions.put(options, Setting.REPLICATION, "--replication", replication);
    return cluster.settings(options);
  }
}
