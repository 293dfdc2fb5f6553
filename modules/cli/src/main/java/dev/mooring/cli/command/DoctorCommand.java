package dev.mooring.cli.command;

import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.doctor.Doctor;
import dev.mooring.cli.doctor.Finding;
import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.settings.SettingsException;
import dev.mooring.cli.stack.StateDirectory;
import dev.mooring.contract.Lane;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at everything that Mooring needs, and says what to do. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at settings, disk, registry, brokers, clock, topics, rights and topology, and says"
          + " what to do.",
      "Ends with 3 when there is something to do."
    },
    footer = {
      "",
      "It changes nothing. To see whether it can write it begins a transaction and aborts it, which"
          + " no reader of committed records ever sees.",
      "",
      "Examples:",
      "  mooring doctor",
      "  mooring doctor --config production.properties -o json",
      "  mooring doctor --no-write"
    })
public final class DoctorCommand implements Callable<Integer> {

  private static final Columns<Finding> COLUMNS =
      Columns.of(
          List.of(
              Column.text("result", finding -> finding.result().toString()),
              Column.text("check", Finding::check),
              Column.text("what", Finding::what),
              Column.text(
                  "advice", finding -> finding.advice().isEmpty() ? null : finding.advice())));

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  @Option(names = "--no-write", description = "Do not try whether events can be written.")
  private boolean noWrite;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    AtomicBoolean findings = new AtomicBoolean();
    Consumer<Finding> show = shower(format.to(spec));
    Consumer<Finding> told =
        finding -> {
          show.accept(finding);
          spec.commandLine().getOut().flush();
          if (finding.needsCare()) {
            findings.set(true);
          }
        };
    settings(told).ifPresent(settings -> look(settings, told));
    return (findings.get() ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE).code();
  }

  private void look(Settings settings, Consumer<Finding> told) {
    Doctor doctor = new Doctor(settings, surroundings.clock(), told);
    doctor.lookHere(
        surroundings.resolve(settings.path(Setting.DATA_DIR)),
        StateDirectory.of(settings, surroundings, Lane.LIVE));
    doctor.lookThere(!noWrite);
  }

  private Optional<Settings> settings(Consumer<Finding> told) {
    try {
      Settings settings = cluster.settings();
      told.accept(
          Finding.settings(
              "%s, registry %s"
                  .formatted(
                      shown(settings, Setting.BOOTSTRAP_SERVERS),
                      shown(settings, Setting.REGISTRY_URL))));
      return Optional.of(settings);
    } catch (SettingsException wrong) {
      told.accept(Finding.wrongSettings(wrong.getMessage()));
      return Optional.empty();
    }
  }

  /** Without secrets. */
  private static String shown(Settings settings, Setting setting) {
    String unused = settings.text(setting);
    return settings.values().stream()
        .filter(value -> value.key().equals(setting.key()))
        .findFirst()
        .orElseThrow()
        .shown();
  }

  /** Each line when it is known: some take seconds. */
  private static Consumer<Finding> shower(Output output) {
    if (output.format() != Format.TABLE) {
      return output.stream(COLUMNS);
    }
    return finding -> {
      output.line("%-8s %-10s %s".formatted(finding.result(), finding.check(), finding.what()));
      if (!finding.advice().isEmpty()) {
        output.line(" ".repeat(20) + finding.advice());
      }
    };
  }
}
