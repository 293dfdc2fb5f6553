package dev.mooring.cli.doctor;

import dev.mooring.cli.Failures;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.cluster.ListenerProbe;
import dev.mooring.cli.cluster.Planning;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.contract.Topics;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Looks at all that Mooring needs, in turn. */
public final class Doctor {

  private final Settings settings;
  private final InstantSource clock;
  private final Consumer<Finding> told;

  /**
   * Of the cluster that the settings name.
   *
   * @param clock our time
   * @param told is told of each finding when it is there
   */
  public Doctor(Settings settings, InstantSource clock, Consumer<Finding> told) {
    this.settings = settings;
    this.clock = clock;
    this.told = told;
  }

  /** Looks at this machine. */
  public void lookHere(Path dataDirectory, Path stateDirectory) {
    look(new JavaVersion(Runtime.version()));
    look(new Disk("data.dir", dataDirectory));
    if (!stateDirectory.startsWith(dataDirectory)) {
      look(new Disk("topology.state.dir", stateDirectory));
    }
  }

  /**
   * Looks at the cluster and its registry.
   *
   * @param write whether it may write what nobody will see
   */
  public void lookThere(boolean write) {
    boolean registry = look(new Registry(settings.registry()));
    try {
      lookThere(write, registry);
    } catch (KafkaException wrong) { // there is no client with such settings
      told.accept(Finding.wrongSettings(Failures.inOneLine(wrong)));
    }
  }

  private void lookThere(boolean write, boolean registry) {
    try (Planning planning = new Planning(settings);
        Admin admin = Admin.create(planning.connection())) {
      if (look(brokers(admin))) {
        lookAtKafka(planning, admin, write, registry);
      } else {
        skip("the brokers do not answer", "topics", "read", "write", "clock", "topology");
      }
      if (registry) {
        look(new PlanCheck("schemas", planning::subjects, "may this client read the registry?"));
      } else {
        skip("the registry does not answer", "schemas");
      }
    }
  }

  private Brokers brokers(Admin admin) {
    return new Brokers(
        admin, settings.text(Setting.BOOTSTRAP_SERVERS), new ListenerProbe(settings.admin()));
  }

  private void lookAtKafka(Planning planning, Admin admin, boolean write, boolean registry) {
    String application = application(planning, registry);
    boolean topics =
        look(
            new PlanCheck(
                "topics",
                () -> planning.topics(application),
                "may this principal describe topics? `mooring topics plan --acls` shows what that"
                    + " takes"));
    look(new Reading(new Cluster(settings).view().committedReader()));
    if (!write) {
      skip("--no-write", "write", "clock");
    } else if (topics || planning.hasInputTopics()) {
      look(new Writing(settings.producer(), application, clock));
    } else {
      skip("there are no topics to write to", "write", "clock");
    }
    look(new TopologyGroup(admin, application));
  }

  /** Which application is live is written in records whose schema the registry has. */
  private String application(Planning planning, boolean registry) {
    try {
      if (registry) {
        return planning.liveApplication();
      }
    } catch (RuntimeException unreadable) {
      told.accept(
          Finding.failed(
              "lanes",
              "the lane records cannot be read: " + Failures.inOneLine(unreadable),
              "may this principal read " + Topics.LANES.name() + "?"));
    }
    return settings.text(Setting.APPLICATION_ID);
  }

  /** Looks, and says whether nothing failed. */
  private boolean look(Check check) {
    List<Finding> findings;
    try {
      findings = check.look();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      findings = List.of(Finding.skipped(check.name(), "interrupted"));
    } catch (Exception failed) { // whatever it is, the next check goes on
      findings = List.of(Finding.failed(check.name(), Failures.inOneLine(failed), check.advice()));
    }
    findings.forEach(told);
    return findings.stream().noneMatch(found -> found.result() == Finding.Result.FAILED);
  }

  private void skip(String why, String... checks) {
    for (String check : checks) {
      told.accept(Finding.skipped(check, why));
    }
  }
}
