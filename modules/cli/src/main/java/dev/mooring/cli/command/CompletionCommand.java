package dev.mooring.cli.command;

import dev.mooring.cli.Mooring;
import dev.mooring.cli.Surroundings;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The script by which a shell completes mooring's commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints the script by which a shell completes commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(mooring completion bash)",
      "  mooring completion zsh > ~/.mooring-completion && source ~/.mooring-completion"
    })
public final class CompletionCommand implements Callable<Integer> {

  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Surroundings surroundings;

  @Parameters(
      index = "0",
      paramLabel = "SHELL",
      description = "bash or zsh. The script is the same: zsh runs it by its bashcompinit.")
  @SuppressWarnings("UnusedVariable") // asked for, so that a shell of its own can come later
  private Shell shell;

  @Spec private CommandSpec spec;

  CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    CommandLine here = spec.commandLine();
    CommandLine whole = Mooring.commandLine(surroundings, here.getOut(), here.getErr());
    here.getOut().print(AutoComplete.bash("mooring", whole));
    here.getOut().flush();
    return 0;
  }
}
