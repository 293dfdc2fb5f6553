package dev.mooring.cli.command;

import dev.mooring.contract.AsyncApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The interface in Kafka, for tools. */
@Command(
    name = "asyncapi",
    mixinStandardHelpOptions = true,
    description = "Prints the topics, their messages and schemas as a document of AsyncAPI 3.",
    footer = {"", "Example:", "  mooring topics asyncapi > asyncapi.json"})
public final class TopicsAsyncApiCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().println(new AsyncApi().document().toPrettyString());
    spec.commandLine().getOut().flush();
  }
}
