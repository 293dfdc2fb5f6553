package dev.mooring.cli.command;

import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.cluster.TopicAdmin;
import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.contract.TopicSpec;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The topics that Mooring needs. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = "Shows the topics that a cluster lacks, or makes them.",
    footer = {
      "",
      "Topics that are there are left as they are.",
      "",
      "Examples:",
      "  mooring topics plan --bootstrap kafka:9092",
      "  mooring topics apply --bootstrap kafka:9092 --registry http://registry:8081"
    })
public final class TopicsCommand implements Runnable {

  private static final Columns<TopicSpec> COLUMNS =
      Columns.of(
          List.of(
              Column.text("topic", TopicSpec::name),
              Column.text("key", TopicSpec::key),
              Column.text("settings", topic -> topic.config().toString())));

  @Spec private CommandSpec spec;

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: plan or apply.");
  }

  @Command(
      name = "plan",
      mixinStandardHelpOptions = true,
      description = "Shows the topics that the cluster lacks.")
  int plan(@Mixin ClusterOptions cluster, @Mixin OutputOptions format) {
    try (TopicAdmin topics = new Cluster(cluster.settings()).topics()) {
      show(format.to(spec), topics.missing());
    }
    return 0;
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description = "Makes the topics that the cluster lacks, and registers all schemas.")
  int apply(@Mixin ClusterOptions cluster, @Mixin OutputOptions format) {
    show(format.to(spec), new Cluster(cluster.settings()).prepare());
    return 0;
  }

  private static void show(Output output, List<TopicSpec> topics) {
    if (topics.isEmpty() && output.format() == Format.TABLE) {
      output.line("every topic is there");
    } else {
      output.rows(COLUMNS, topics);
    }
  }
}
