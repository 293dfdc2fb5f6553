package dev.mooring.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The topics and subjects that Mooring needs. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = "Shows what topics and schemas a cluster lacks or differs in, or puts it right.",
    subcommands = {TopicsPlanCommand.class, TopicsApplyCommand.class, TopicsAsyncApiCommand.class},
    footer = {
      "",
      "Nothing is ever deleted; what cannot be done by a program is said, with what you can do.",
      "",
      "Examples:",
      "  mooring topics plan --bootstrap kafka:9092 --registry http://registry:8081",
      "  mooring topics apply --bootstrap kafka:9092 --registry http://registry:8081"
    })
public final class TopicsCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: plan, apply or asyncapi.");
  }
}
