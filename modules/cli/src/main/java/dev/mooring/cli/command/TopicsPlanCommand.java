package dev.mooring.cli.command;

import dev.mooring.cli.ExitCode;
import dev.mooring.cli.cluster.Planning;
import dev.mooring.cli.plan.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a cluster lacks or differs in. It changes nothing. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what the cluster lacks or differs in: topics, their settings, schemas and"
          + " compatibility levels.",
      "Ends with 3 when there is something to do."
    },
    footer = {
      "",
      "Examples:",
      "  mooring topics plan --bootstrap kafka:9092 --registry http://registry:8081",
      "  mooring topics plan --replication 3 --partitions 12"
    })
public final class TopicsPlanCommand implements Callable<Integer> {

  @Mixin private TopicsOptions options;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (Planning planning = new Planning(options.settings())) {
      Plan plan = planning.plan();
      StepTable.planned(format.to(spec), plan.steps());
      return (plan.hasFindings() ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE).code();
    }
  }
}
