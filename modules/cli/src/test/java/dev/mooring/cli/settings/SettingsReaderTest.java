package dev.mooring.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.cli.settings.SettingsReader.Option;
import dev.mooring.registry.RegistryConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

  @TempDir Path directory;

  @Test
  void shouldTakeEachSourceBeforeTheNext() throws IOException {
    // given every source with a value of its own for each setting that only later ones lack
    Map<Setting, Option> options =
        Map.of(Setting.BOOTSTRAP_SERVERS, new Option("--bootstrap", "option:1"));
    Map<String, String> environment =
        Map.of(
            "MOORING_BOOTSTRAP_SERVERS", "environment:1",
            "MOORING_TOPICS_PARTITIONS", "2");
    Path file =
        file(
            """
            bootstrap.servers=file:1
            topics.partitions=3
            topology.threads=3
            """);
    stackRuns("stack:1", "http://stack:2");

    // when
    Settings settings =
        new SettingsReader(options).environment(environment).file(file).stack(directory).read();

    // then
    assertThat(origins(settings))
        .containsEntry("bootstrap.servers", "option:1 (option --bootstrap)")
        .containsEntry("topics.partitions", "2 (environment MOORING_TOPICS_PARTITIONS)")
        .containsEntry("topology.threads", "3 (file " + file + ")")
        .containsEntry("registry.url", "http://stack:2 (stack in " + directory + ")")
        .containsEntry("up.kafka.port", "9092 (default)");
  }

  @Test
  void shouldNameEveryWrongSettingAtOnce() throws IOException {
    Path file =
        file(
            """
            topics.partitons=3
            topology.threads=many
            topology.store=disk
            topology.rocksdb.memory.mb=8
            kafka.producer.linger.sm=5
            kafka.linger.mss=5
            registry.ulr=http://registry
            kafka.consumer.isolation.level=read_uncommitted
            """);

    assertThatThrownBy(() -> new SettingsReader(Map.of()).file(file).read())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("topics.partitons: no such setting")
        .hasMessageContaining("did you mean topics.partitions?")
        .hasMessageContaining("topology.threads: 'many' should be a whole number, at least 1")
        .hasMessageContaining("topology.store: 'disk' should be heap or rocksdb")
        .hasMessageContaining(
            "topology.rocksdb.memory.mb: '8' should be a whole number of megabytes, from 16 to")
        .hasMessageContaining("did you mean kafka.producer.linger.ms?")
        .hasMessageContaining("did you mean kafka.linger.ms?")
        .hasMessageContaining("did you mean registry.url?")
        .hasMessageContaining("kafka.consumer.isolation.level: Mooring sets this itself")
        .hasMessageContaining("(file " + file + ")");
  }

  @Test
  void shouldKnowEverySettingOfTheRegistrysClient() throws IOException {
    // given: an empty value says something, too
    String anyName = "schema.registry.ssl.endpoint.identification.algorithm";
    StringBuilder lines = new StringBuilder("bootstrap.servers=a:1\nregistry.url=http://b:2\n");
    for (String key : RegistryConfig.keys()) {
      if (!key.equals(RegistryConfig.URL)) {
        lines.append("registry.").append(key).append(key.equals(anyName) ? "=\n" : "=1\n");
      }
    }

    // when
    Settings settings = new SettingsReader(Map.of()).file(file(lines.toString())).read();

    // then
    assertThat(settings.registry())
        .containsKeys(RegistryConfig.keys().toArray(String[]::new))
        .containsEntry(anyName, "");
    Path slip = file("registry.schema.registry.ssl.truststore.pasword=x");
    assertThatThrownBy(() -> new SettingsReader(Map.of()).file(slip).read())
        .hasMessageContaining("did you mean registry.schema.registry.ssl.truststore.password?");
  }

  @Test
  void shouldRefuseWrongValueEvenWhereAStrongerSourceWins() {
    Map<Setting, Option> options =
        Map.of(Setting.BOOTSTRAP_SERVERS, new Option("--bootstrap", "localhost:9092"));
    SettingsReader reader =
        new SettingsReader(options).environment(Map.of("MOORING_BOOTSTRAP_SERVERS", "localhost"));

    assertThatThrownBy(reader::read)
        .hasMessageContaining("bootstrap.servers: 'localhost' should be HOST:PORT");
  }

  @Test
  void shouldLeaveAloneWhatIsNoSettingOfMooring() {
    Map<String, String> environment =
        Map.of(
            "PATH", "/bin",
            "MOORING_HOME", "/opt/mooring",
            "MOORING_SERVICE_HOST", "10.0.0.1",
            "MOORING_PORT_8080_TCP_ADDR", "10.0.0.1");

    Settings settings = new SettingsReader(Map.of()).environment(environment).read();

    assertThat(settings.values()).allMatch(value -> value.origin().equals("default"));
  }

  @Test
  void shouldPassClientSettingsThrough() throws IOException {
    Path file =
        file(
            """
            bootstrap.servers=a:1
            registry.url=http://b:2
            registry.basic.auth.user.info=ann:secret
            kafka.security.protocol=SSL
            kafka.client.id=all
            kafka.producer.client.id=sender
            kafka.streams.num.standby.replicas=1
            kafka.admin.metric.reporters.of.mine=x
            """);

    Settings settings =
        new SettingsReader(Map.of())
            .environment(Map.of("MOORING_KAFKA_CONSUMER_FETCH_MIN_BYTES", "7"))
            .file(file)
            .read();

    assertThat(settings.producer())
        .containsOnly(
            Map.entry("bootstrap.servers", "a:1"),
            Map.entry("security.protocol", "SSL"),
            Map.entry("client.id", "sender"));
    assertThat(settings.consumer())
        .containsEntry("client.id", "all")
        .containsEntry("fetch.min.bytes", "7");
    assertThat(settings.streams())
        .containsEntry("num.standby.replicas", "1")
        .containsEntry("producer.client.id", "sender")
        .containsEntry("consumer.fetch.min.bytes", "7");
    assertThat(settings.registry())
        .containsOnly(
            Map.entry("schema.registry.url", "http://b:2"),
            Map.entry("basic.auth.user.info", "ann:secret"));
  }

  @Test
  void shouldLeadEveryClientToAStackOfTheProcessItselfWhateverTheEnvironmentNames() {
    Settings settings =
        new SettingsReader(Map.of())
            .environment(
                Map.of(
                    "MOORING_BOOTSTRAP_SERVERS", "elsewhere:1",
                    "MOORING_REGISTRY_URL", "http://elsewhere:1"))
            .read();

    Settings here = settings.at("here:2", "http://here:2");

    assertThat(List.of(here.producer(), here.consumer(), here.admin(), here.streams()))
        .allSatisfy(client -> assertThat(client).containsEntry("bootstrap.servers", "here:2"));
    assertThat(here.registry()).containsEntry("schema.registry.url", "http://here:2");
  }

  @Test
  void shouldSayHowToGiveAClusterWhenThereIsNone() {
    Settings settings = new SettingsReader(Map.of()).stack(directory).read();

    assertThatThrownBy(() -> settings.text(Setting.BOOTSTRAP_SERVERS))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("mooring up")
        .hasMessageContaining("--bootstrap HOST:PORT")
        .hasMessageContaining("MOORING_BOOTSTRAP_SERVERS");
  }

  @Test
  void shouldSayThatSettingsFileIsMissing() {
    Path missing = directory.resolve("nowhere.properties");

    assertThatThrownBy(() -> new SettingsReader(Map.of()).file(missing))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(missing.toString());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("mooring.properties"), text);
  }

  private void stackRuns(String bootstrap, String registry) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Files.writeString(
        directory.resolve("stack.properties"),
        "bootstrap=%s\nregistry=%s\npid=%d\nstarted=%s\n"
            .formatted(
                bootstrap,
                registry,
                self.pid(),
                self.info().startInstant().map(Instant::toString).orElse("")));
  }

  private static Map<String, String> origins(Settings settings) {
    return settings.values().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Value::key, value -> value.value() + " (" + value.origin() + ")"));
  }
}
