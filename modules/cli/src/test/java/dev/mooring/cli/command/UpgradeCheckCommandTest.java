package dev.mooring.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.Run;
import dev.mooring.topology.upgrade.BuildFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeCheckCommandTest {

  private static final String THIS = BuildFile.json(BuildFile.ofThisBuild());

  @TempDir Path directory;

  @Test
  void shouldTakeADistributionAndCompareItWithThisBuild() throws IOException {
    // given
    jar("old/lib/mooring-topology-0.0.1.jar", THIS.replace("\"state\" : 3", "\"state\" : 2"));

    // when
    Run run = run("upgrade-check", "old");

    // then
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("format was 2, is 3")
        .contains("SHADOW_REPLAY: `mooring replay start` with the new build");
  }

  @Test
  void shouldRefuseForMachinesToo() throws IOException {
    // given
    jar("old.jar", THIS);
    jar("new.jar", THIS.replace("\"mooring.stances.v1\" :", "\"mooring.stances.v2\" :"));

    // when
    Run run = run("upgrade-check", "old.jar", "new.jar", "-o", "json");

    // then
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("\"REFUSED\"").contains("topic mooring.stances.v1");
  }

  @Test
  void shouldSayRollingOfTheSame() throws IOException {
    // given
    jar("same.jar", THIS);

    // when
    Run run = run("upgrade-check", "same.jar");

    // then
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("ROLLING: stop and start one instance after the other\n");
  }

  @Test
  void shouldNameWhatIsNoBuild() throws IOException {
    // given
    Files.writeString(directory.resolve("notes.txt"), "no jar");

    // then
    assertThat(run("upgrade-check", "notes.txt"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("notes.txt", "no jar"));
    assertThat(run("upgrade-check", ".").err()).contains("the directory of a distribution");
    assertThat(run("upgrade-check", "none.jar").err()).contains("none.jar", "cannot be read");
  }

  private Run run(String... arguments) {
    return Run.of(directory, Map.of(), arguments);
  }

  private void jar(String name, String description) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream bytes = Files.newOutputStream(file);
        JarOutputStream out = new JarOutputStream(bytes)) {
      out.putNextEntry(new JarEntry(BuildFile.NAME));
      out.write(description.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
  }
}
