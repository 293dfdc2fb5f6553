package dev.mooring.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of settings in the docs is the one that the code makes. */
class SettingsReferenceTest {

  private static final Path DOCS = Path.of("../../docs/cli.md");

  @Test
  void shouldStandInTheDocsAsInTheCode() throws IOException {
    List<String> wanted = Arrays.stream(Setting.values()).map(SettingsReferenceTest::row).toList();

    String lines = String.join("\n", wanted);

    assertThat(Files.readString(DOCS))
        .as("docs/cli.md, Settings: put in place of the rows of Mooring's own settings:\n%s", lines)
        .contains("| --- | --- | --- |\n" + lines + "\n| `kafka.*` |");
  }

  private static String row(Setting setting) {
    String value = setting.defaultValue().map(text -> "`" + text + "`").orElse("");
    return "| `%s` | %s | %s |"
        .formatted(setting.key(), value, setting.meaning().replace("|", "\\|"))
        .replace("|  |", "| |");
  }
}
