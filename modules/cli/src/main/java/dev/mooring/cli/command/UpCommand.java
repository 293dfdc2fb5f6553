package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.stack.Pipeline;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs broker, registry and topology, and keeps what they hold. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description =
        "Runs a Kafka broker, a schema registry, the topology and the HTTP server; keeps their"
            + " data.",
    footer = {
      "",
      "When it can be used it prints one line: ready bootstrap=HOST:PORT registry=URL http=URL."
          + " Commands that run in the same directory find it by themselves. Ctrl-C or SIGTERM"
          + " stops it cleanly.",
      "",
      "Examples:",
      "  mooring up",
      "  mooring up --data /var/lib/mooring --kafka-port 0 --registry-port 0"
    })
public final class UpCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private SettingsOptions common;
  @Mixin private StackOptions stack;
  @Spec private CommandSpec spec;

  UpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = common.settings(stack.settings());
    Path directory = surroundings.resolve(settings.path(Setting.DATA_DIR));
    common.logBelow(directory);
    try (Pipeline pipeline =
        Pipeline.start(
            directory,
            settings.number(Setting.KAFKA_PORT),
            settings.number(Setting.REGISTRY_PORT),
            settings,
            true,
            step -> common.tell(spec, step))) {
      spec.commandLine().getOut().println(pipeline.readyLine());
      spec.commandLine().getOut().flush();
      UntilStopped.run(pipeline::await, pipeline::close);
      return 0;
    }
  }
}
