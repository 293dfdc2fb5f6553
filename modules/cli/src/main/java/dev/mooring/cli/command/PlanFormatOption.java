package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How a plan is written: as other answers are, or as lines of Kafka's own tool. */
final class PlanFormatOption {

  enum Kind {
    TABLE,
    JSON,
    CSV,
    KAFKA_ACLS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Surroundings surroundings;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "table, json (one object a line), csv, or, of ACLs, kafka-acls: lines to run; default:"
              + " table.")
  private Kind kind;

  PlanFormatOption(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  boolean isScript() {
    return kind == Kind.KAFKA_ACLS;
  }

  /** Where an answer goes that is no script. */
  Output to(CommandSpec spec) {
    return new Output(spec.commandLine().getOut(), format(), surroundings.columns());
  }

  private Format format() {
    return switch (kind) {
      case JSON -> Format.JSON;
      case CSV -> Format.CSV;
      case TABLE, KAFKA_ACLS -> Format.TABLE;
    };
  }
}
