package dev.mooring.cli.command;

import dev.mooring.cli.ExitCode;
import dev.mooring.cli.acl.Grant;
import dev.mooring.cli.cluster.AclAdmin;
import dev.mooring.cli.cluster.Planning;
import dev.mooring.cli.plan.Plan;
import dev.mooring.cli.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.acl.AclBinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Does what {@code topics plan} shows. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Does what `mooring topics plan` shows, and says what it has done.",
      "It deletes nothing, and shortens no retention. Ends with 3 when something is left for you"
          + " to do."
    },
    footer = {
      "",
      "Examples:",
      "  mooring topics apply --bootstrap kafka:9092 --registry http://registry:8081",
      "  mooring topics apply --replication 3 --partitions 12",
      "  mooring topics apply --acls --principal-publisher User:feed"
    })
public final class TopicsApplyCommand implements Callable<Integer> {

  @Mixin private TopicsOptions options;
  @Mixin private AclOptions acls;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (acls.asked()) {
      allow();
      return ExitCode.DONE.code();
    }
    try (Planning planning = new Planning(options.settings())) {
      Plan plan = planning.plan();
      apply(planning, plan);
      return (plan.needsPerson() ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE).code();
    }
  }

  private void allow() {
    try (AclAdmin admin = new AclAdmin(options.settings())) {
      List<Grant> needed = admin.needed(acls.required());
      Optional<Set<AclBinding>> before = admin.present();
      admin.create(needed);
      format.to(spec).rows(AclTable.columns(before), needed);
    }
  }

  /** What was done is shown, too, when a later step fails. */
  private void apply(Planning planning, Plan plan) {
    List<Step> done = new ArrayList<>();
    try {
      planning.apply(plan, done::add);
    } finally {
      if (plan.steps().isEmpty() || !done.isEmpty()) {
        StepTable.done(format.to(spec), done);
      }
    }
  }
}
