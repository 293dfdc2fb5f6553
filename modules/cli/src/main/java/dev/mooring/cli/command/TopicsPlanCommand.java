package dev.mooring.cli.command;

import dev.mooring.cli.ExitCode;
import dev.mooring.cli.acl.AclScript;
import dev.mooring.cli.acl.Grant;
import dev.mooring.cli.cluster.AclAdmin;
import dev.mooring.cli.cluster.Planning;
import dev.mooring.cli.plan.Plan;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.acl.AclBinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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
      "  mooring topics plan --replication 3 --partitions 12",
      "  mooring topics plan --acls --principal-publisher User:feed -o kafka-acls"
    })
public final class TopicsPlanCommand implements Callable<Integer> {

  @Mixin private TopicsOptions options;
  @Mixin private AclOptions acls;
  @Mixin private PlanFormatOption format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (acls.asked()) {
      return grants(options.settings()).code();
    }
    if (format.isScript()) {
      throw new ParameterException(spec.commandLine(), "-o kafka-acls: is for --acls only");
    }
    try (Planning planning = new Planning(options.settings())) {
      Plan plan = planning.plan();
      StepTable.planned(format.to(spec), plan.steps());
      return (plan.hasFindings() ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE).code();
    }
  }

  private ExitCode grants(Settings settings) {
    try (AclAdmin admin = new AclAdmin(settings)) {
      List<Grant> needed = admin.needed(acls.orExamples());
      Optional<Set<AclBinding>> present = admin.present();
      if (format.isScript()) {
        script(settings).lines(needed).forEach(spec.commandLine().getOut()::println);
      } else {
        format.to(spec).rows(AclTable.columns(present), needed);
      }
      return lacksAny(needed, present) ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE;
    }
  }

  /** Whether the cluster checks ACLs, and has not all of them. */
  private static boolean lacksAny(List<Grant> needed, Optional<Set<AclBinding>> present) {
    return present.isPresent()
        && needed.stream().anyMatch(grant -> !present.get().contains(grant.binding()));
  }

  private static AclScript script(Settings settings) {
    return new AclScript(
        settings.text(Setting.BOOTSTRAP_SERVERS),
        settings.admin().containsKey(AdminClientConfig.SECURITY_PROTOCOL_CONFIG));
  }
}
