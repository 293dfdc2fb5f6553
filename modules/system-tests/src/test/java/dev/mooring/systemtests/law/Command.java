package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.cli.Mooring;
import dev.mooring.cli.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command that was run on a cluster, in this process. */
record Command(int exitCode, String out, String err) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Command run(Cluster cluster, Path directory, List<String> arguments) {
    return run(cluster, directory, Map.of(), arguments);
  }

  /** Runs it with variables of the environment beside those that name the cluster. */
  static Command run(
      Cluster cluster, Path directory, Map<String, String> further, List<String> arguments) {
    Map<String, String> environment = new HashMap<>(further);
    environment.put("MOORING_BOOTSTRAP_SERVERS", cluster.bootstrapServers());
    environment.put("MOORING_REGISTRY_URL", cluster.registryUrl());
    environment.put("MOORING_TOPOLOGY_APPLICATION_ID", cluster.lane());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Mooring.commandLine(
                Surroundings.ofCaller(environment, directory),
                new PrintWriter(out),
                new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    return new Command(code, out.toString(), err.toString());
  }

  /** Lets {@code mooring verify} say that every row is what the events come to. */
  static void assertVerified(Cluster cluster, Path directory) {
    Command verify = run(cluster, directory, List.of("verify"));
    assertThat(verify.exitCode()).as(verify.told()).isZero();
  }

  /** The exit code and all that it said. */
  String told() {
    return exitCode + " " + out + err;
  }

  /** The objects that it wrote, one a line. */
  List<JsonNode> objects() {
    return out.lines().map(Command::object).toList();
  }

  private static JsonNode object(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + line, e);
    }
  }
}
