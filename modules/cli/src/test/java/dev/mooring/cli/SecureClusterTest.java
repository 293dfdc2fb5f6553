package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.stack.EndReason;
import dev.mooring.cli.stack.RunningServer;
import dev.mooring.cli.stack.RunningTopology;
import dev.mooring.contract.Lane;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole job on brokers with TLS, by each mechanism that docs/security.md shows. */
@TestInstance(Lifecycle.PER_CLASS)
class SecureClusterTest {

  @TempDir static Path directory;

  private SecretWatch watch;
  private TlsStack stack;

  @BeforeAll
  void start() throws Exception {
    watch = new SecretWatch(TlsStack.SECRET);
    stack = new TlsStack(directory);
    succeed(run(stack.example("SCRAM", Map.of()), "topics", "apply"));
  }

  @AfterAll
  void stop() {
    stack.close();
    watch.close();
  }

  @AfterEach
  void shouldLogNoSecret() {
    assertThat(watch.found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"SCRAM, za-bank", "OAUTHBEARER, hsbc", "Client certificates, standard-chartered"})
  void shouldDoTheWholeJob(String mechanism, String bank) throws Exception {
    // given
    Path config = stack.example(mechanism, Map.of());
    Path state = directory.resolve("state-" + bank);

    // when
    succeed(run(config, "publish", event(bank).toString()));
    Settings settings = TlsStack.settings(config);
    try (RunningTopology topology = RunningTopology.start(settings, state, Lane.LIVE, told -> {});
        RunningServer server =
            RunningServer.start(
                settings, directory.resolve("view"), () -> Optional.of(topology.local()))) {
      Run rows = run(config, "metrics", "banks", bank, "--settled", "-o", "json");
      Run doctor = run(config, "doctor");

      // then
      succeed(rows);
      assertThat(rows.out()).contains("\"accountsOpen\":1");
      assertThat(get(server.url() + "api/v1/banks")).contains("\"bank\":\"" + bank + "\"");
      assertThat(doctor.out()).doesNotContain("failed").containsPattern("ok +write");
    }
    assertThat(permissions(state)).isEqualTo("rwx------");
    assertThat(permissions(directory.resolve("view"))).isEqualTo("rwx------");
    assertThat(permissions(directory.resolve("stack"))).isEqualTo("rwx------");
  }

  /** A client without the settings would speak in the clear, and get no answer. */
  @Test
  void shouldTellEveryClientHowToConnect() throws Exception {
    Path config = stack.example("SCRAM", Map.of());

    succeed(run(config, "publish", event("hsbc").toString()));
    for (String command :
        new String[] {
          "config",
          "archive archive",
          "restore archive",
          "events",
          "rejected list",
          "reference list banks",
          "metrics banks --as-of 2024-01-01",
          "topics plan --acls",
          "replay start --no-run",
          "replay status",
          "replay abort shadow-1",
        }) {
      Run run = run(config, command.split(" "));
      assertThat(run.exitCode()).as(command + ": " + run.err()).isIn(0, 3);
    }
    assertThat(permissions(directory.resolve("archive"))).isEqualTo("rwx------");
    assertThat(permissions(directory.resolve("archive/manifest.json"))).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SCRAM | kafka-password | wrong-password | invalid credentials | kafka.sasl.* | DENIED",
        "SCRAM | SCRAM-SHA-512 | SCRAM-SHA-256 | SCRAM-SHA-256 | kafka.sasl.* | DENIED",
        "SCRAM | ca.pem | other-ca.pem | nobody that this side trusts | kafka.ssl.truststore"
            + " | DENIED",
        "SCRAM | ca.pem | no-ca.pem | no-ca.pem | no-ca.pem | REFUSED",
        "SCRAM | kafka-1:9093 | localhost:PORT | another host name | kafka.ssl.endpoint | DENIED",
        "OAUTHBEARER | client-secret} | other-secret} | 401 | 401 | DENIED",
        "Client certificates | kafka.ssl.keystore | #kafka.ssl.keystore | certificate of this"
            + " client | kafka.ssl.keystore | DENIED",
      })
  void shouldTellWhatIsWrong(
      String mechanism, String right, String wrong, String what, String setting, EndReason reason)
      throws Exception {
    // given
    Path config =
        stack.example(
            mechanism, Map.of(right, wrong.replace("PORT", Integer.toString(stack.saslPort()))));

    // when
    Run publish = run(config, "publish", event("hsbc").toString());
    Run start = run(config, "start");
    Run doctor = run(config, "doctor", "--no-write");

    // then
    assertThat(publish.exitCode()).as(publish.err()).isEqualTo(1);
    assertThat(start.exitCode()).as(start.err()).isEqualTo(reason.code());
    assertThat(start.err()).startsWith("mooring: " + reason + ": ");
    for (Run run : new Run[] {publish, start}) {
      assertThat(run.err()).contains(what).contains(setting).hasLineCount(1);
    }
    assertThat(doctor.exitCode()).isEqualTo(3);
    assertThat(doctor.out()).containsPattern("failed +(brokers|settings) ").contains(what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "speaks TLS: kafka.security.protocol is SASL_PLAINTEXT, should be SASL_SSL | SASL_PLAINTEXT"
            + " | sasl",
        "does not speak TLS: kafka.security.protocol is SASL_SSL, should be SASL_PLAINTEXT |"
            + " SASL_SSL | clear",
        "does it want another protocol? kafka.security.protocol is SSL | SSL | sasl"
      })
  void shouldTellThatOneSideSpeaksTlsOnly(String what, String protocol, String port)
      throws Exception {
    // given
    String server = port.equals("sasl") ? "127.0.0.1:" + stack.saslPort() : stack.inTheClear();
    Path config =
        stack.example("SCRAM", Map.of("SASL_SSL", protocol, "kafka-1:9093,kafka-2:9093", server));
    Files.writeString(
        config,
        Files.readString(config)
            + "kafka.admin.default.api.timeout.ms=1000\nkafka.admin.request.timeout.ms=1000\n");

    // when
    Run start = run(config, "start");
    Run doctor = run(config, "doctor", "--no-write");

    // then
    assertThat(start.exitCode()).isEqualTo(EndReason.UNREACHABLE.code());
    assertThat(start.err()).contains(what).hasLineCount(1);
    assertThat(doctor.exitCode()).isEqualTo(3);
    assertThat(doctor.out()).containsPattern("failed +brokers").contains(what);
  }

  private static Path event(String bank) throws IOException {
    return Files.writeString(
        directory.resolve(bank + ".jsonl"),
        """
        {"type":"ACCOUNT_OPENED","id":"%s","bank":"%s","firm":"osl","city":"hong-kong",\
        "occurredAt":"2023-04-11","source":"a test"}
        """
            .formatted(new UUID(0, bank.hashCode()), bank));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    }
  }

  private static Run run(Path config, String... arguments) {
    Run run =
        Run.of(
            directory,
            Map.of("MOORING_HTTP_PORT", "0"),
            Stream.concat(Stream.of(arguments), Stream.of("--config", config.toString()))
                .toArray(String[]::new));
    assertThat(run.out() + run.err())
        .doesNotContain(TlsStack.SECRET)
        .doesNotContain("\tat ", " at java.base/");
    return run;
  }

  private static void succeed(Run run) {
    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }
}
