package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.stack.EndReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** No command prints a secret, be it that it fails. */
class SecretsTest {

  private static final String SECRET = "pssst";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config",
        "config -o json",
        "config -o csv",
        "doctor",
        "doctor -o json",
        "topics plan",
        "topics plan --acls",
        "publish events.jsonl",
        "metrics ranking -v",
        "start"
      })
  void shouldPrintNoSecret(String command) throws IOException {
    // given a cluster that is not there, and secrets in every form
    Files.writeString(directory.resolve("events.jsonl"), "{}");
    Files.writeString(directory.resolve("secret"), SECRET);
    Files.writeString(
        directory.resolve("mooring.properties"),
        """
        bootstrap.servers=127.0.0.1:1
        registry.url=http://ann:%1$s@127.0.0.1:1
        registry.bearer.auth.token=%1$s
        registry.max.retries=0
        kafka.security.protocol=SASL_PLAINTEXT
        kafka.sasl.mechanism=PLAIN
        kafka.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \
          username="ann" password="%1$s";
        kafka.ssl.key.password=${file:%2$s}
        kafka.admin.default.api.timeout.ms=1000
        kafka.admin.request.timeout.ms=500
        kafka.consumer.default.api.timeout.ms=1000
        kafka.producer.max.block.ms=1000
        """
            .formatted(SECRET, directory.resolve("secret")));

    Run run =
        Run.of(
            directory,
            Map.of("MOORING_REGISTRY_BASIC_AUTH_USER_INFO", "ann:" + SECRET),
            command.split(" "));

    assertThat(run.exitCode()).isEqualTo(expected(command));
    assertThat(run.out() + run.err()).isNotEmpty().doesNotContain(SECRET);
  }

  private static int expected(String command) {
    return switch (command.split(" ", -1)[0]) {
      case "config" -> ExitCode.DONE.code();
      case "doctor" -> ExitCode.DONE_WITH_FINDINGS.code();
      case "start" -> EndReason.UNREACHABLE.code();
      default -> ExitCode.FAILED.code();
    };
  }

  /** Whoever lists the processes of a machine sees their arguments. */
  @Test
  void shouldTakeNoSecretFromAnArgument() {
    Surroundings surroundings = Surroundings.ofCaller(Map.of(), directory);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());

    CommandLine command = Mooring.commandLine(surroundings, nowhere, nowhere);

    assertThat(options(command))
        .contains("--bootstrap", "--registry", "--config")
        .noneMatch(option -> option.matches(".*(password|secret|token|credential|key).*"));
  }

  private static Stream<String> options(CommandLine command) {
    return Stream.concat(
        command.getCommandSpec().options().stream().flatMap(option -> Stream.of(option.names())),
        command.getSubcommands().values().stream().flatMap(SecretsTest::options));
  }

  @Test
  void shouldPrintNoSecretThatItRefuses() throws IOException {
    Files.writeString(directory.resolve("mooring.properties"), "http.tokens=" + SECRET + "\n");

    Run run = Run.of(directory, Map.of(), "config");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("http.tokens").doesNotContain(SECRET);
  }
}
