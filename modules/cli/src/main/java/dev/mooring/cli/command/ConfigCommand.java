package dev.mooring.cli.command;

import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.settings.Value;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the settings that are in force, and where each comes from. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Shows every setting that is in force and where its value comes from.",
    footer = {
      "",
      "A value of an earlier source is taken before one of a later:",
      "  1. options                 --bootstrap, --registry, ...",
      "  2. environment             MOORING_BOOTSTRAP_SERVERS, ...",
      "  3. settings file           --config, MOORING_CONFIG, mooring.properties",
      "  4. the stack that runs here (.mooring/stack.properties)",
      "  5. defaults",
      "",
      "kafka.*, kafka.producer.*, kafka.consumer.*, kafka.admin.* and kafka.streams.* go to"
          + " Kafka's "
          + "clients as they are, registry.* to the schema registry's. Passwords are masked.",
      "",
      "Examples:",
      "  mooring config",
      "  MOORING_KAFKA_PRODUCER_LINGER_MS=50 mooring config -o json"
    })
public final class ConfigCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Columns<Value> columns =
        Columns.of(
            List.of(
                Column.text("key", Value::key),
                Column.text("value", Value::shown),
                Column.text("origin", Value::origin)));
    output.to(spec).rows(columns, cluster.settings().values());
    return 0;
  }
}
