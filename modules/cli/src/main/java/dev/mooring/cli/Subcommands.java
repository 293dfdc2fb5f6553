package dev.mooring.cli;

import dev.mooring.cli.command.ArchiveCommand;
import dev.mooring.cli.command.CompletionCommand;
import dev.mooring.cli.command.ConfigCommand;
import dev.mooring.cli.command.DemoCommand;
import dev.mooring.cli.command.DoctorCommand;
import dev.mooring.cli.command.EventsCommand;
import dev.mooring.cli.command.ExplainCommand;
import dev.mooring.cli.command.MetricsCommand;
import dev.mooring.cli.command.MooringsCommand;
import dev.mooring.cli.command.PublishCommand;
import dev.mooring.cli.command.ReferenceCommand;
import dev.mooring.cli.command.RejectedCommand;
import dev.mooring.cli.command.ReplayCommand;
import dev.mooring.cli.command.RestoreCommand;
import dev.mooring.cli.command.StartCommand;
import dev.mooring.cli.command.TokenCommand;
import dev.mooring.cli.command.TopicsCommand;
import dev.mooring.cli.command.UpCommand;
import dev.mooring.cli.command.UpgradeCheckCommand;
import dev.mooring.cli.command.VerifyCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The subcommands of mooring. To find out all their options takes longer than most of them take to
 * do their work, so one that is not going to run has its name and description only: enough for the
 * help of the whole, and for a hint to who mistypes it.
 */
final class Subcommands {

  private static final List<Class<?>> ALL =
      List.of(
          DemoCommand.class,
          UpCommand.class,
          StartCommand.class,
          PublishCommand.class,
          MetricsCommand.class,
          MooringsCommand.class,
          EventsCommand.class,
          ExplainCommand.class,
          RejectedCommand.class,
          VerifyCommand.class,
          ReplayCommand.class,
          ReferenceCommand.class,
          ArchiveCommand.class,
          RestoreCommand.class,
          TopicsCommand.class,
          DoctorCommand.class,
          UpgradeCheckCommand.class,
          ConfigCommand.class,
          TokenCommand.class,
          CompletionCommand.class);

  private Subcommands() {}

  /** Adds them to a command that is about to execute arguments; without arguments all in full. */
  static CommandLine addTo(CommandLine mooring, String... arguments) {
    for (Class<?> type : ALL) {
      Command command = type.getAnnotation(Command.class);
      if (arguments.length == 0 || command.name().equals(arguments[0])) {
        mooring.addSubcommand(type);
      } else {
        mooring.addSubcommand(outline(command));
      }
    }
    return mooring;
  }

  private static CommandLine outline(Command command) {
    CommandSpec spec = CommandSpec.create().name(command.name());
    spec.usageMessage().description(command.description());
    return new CommandLine(spec);
  }
}
