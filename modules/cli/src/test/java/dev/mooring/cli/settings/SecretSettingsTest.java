package dev.mooring.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets come from where others cannot read them, and are shown nowhere. */
class SecretSettingsTest {

  @TempDir Path directory;

  @Test
  void shouldMaskSecrets() {
    assertThat(new Value("kafka.ssl.key.password", "x1", "default").shown()).doesNotContain("x1");
    assertThat(new Value("registry.basic.auth.user.info", "a:x1", "default").shown())
        .doesNotContain("x1");
    assertThat(new Value("kafka.sasl.jaas.config", "x1", "default").shown()).doesNotContain("x1");
    assertThat(new Value("registry.url", "https://ann:x1@host:1/p", "default").shown())
        .isEqualTo("https://********@host:1/p");
    assertThat(new Value("topics.partitions", "4", "default").shown()).isEqualTo("4");
  }

  @Test
  void shouldTakeValuesFromFilesAndVariablesAndShowOnlyWhere() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "x1\n");
    Path file =
        file(
            """
            kafka.ssl.key.password=${file:%s}
            registry.basic.auth.user.info=ann:${env:REGISTRY_PASSWORD}
            topology.threads=${env:CORES}
            """
                .formatted(secret));

    Settings settings =
        new SettingsReader(Map.of())
            .environment(
                Map.of(
                    "REGISTRY_PASSWORD", "x2$1",
                    "CORES", "2",
                    "MOORING_REGISTRY_URL", "http://r:1",
                    "MOORING_BOOTSTRAP_SERVERS", "b:1"))
            .file(file)
            .read();

    assertThat(settings.admin()).containsEntry("ssl.key.password", "x1");
    assertThat(settings.registry()).containsEntry("basic.auth.user.info", "ann:x2$1");
    assertThat(settings.number(Setting.THREADS)).isEqualTo(2);
    assertThat(settings.values())
        .extracting(Value::shown)
        .contains("${file:" + secret + "}", "********", "${env:CORES}")
        .noneMatch(shown -> shown.contains("x1") || shown.contains("x2"));
    assertThat(settings.values().toString()).doesNotContain("x1", "x2");
  }

  @Test
  void shouldSayWhichFileOrVariableIsMissing() throws IOException {
    Path file =
        file(
            """
            kafka.ssl.key.password=${file:/nowhere/secret}
            topology.threads=${env:CORES}
            """);

    assertThatThrownBy(() -> new SettingsReader(Map.of()).file(file).read())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("kafka.ssl.key.password: ${file:/nowhere/secret} should be a file")
        .hasMessageContaining("topology.threads: ${env:CORES} should be a variable");
  }

  @Test
  void shouldNotRepeatASecretThatIsWrong() throws IOException {
    Path file =
        file(
            """
            registry.url=ftp://ann:p/x1@host
            http.tokens=x1
            """);

    assertThatThrownBy(() -> new SettingsReader(Map.of()).file(file).read())
        .hasMessageContaining("ftp://********@host")
        .hasMessageContaining("http.tokens: '********' should be")
        .hasMessageNotContaining("x1");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("mooring.properties"), text);
  }
}
