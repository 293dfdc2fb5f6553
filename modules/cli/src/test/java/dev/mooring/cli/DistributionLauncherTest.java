package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the launcher of a distribution with a stand-in for Java, which says what it was told. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher needs a POSIX shell")
class DistributionLauncherTest {

  private static final Path SOURCES = Path.of("src/dist/bin").toAbsolutePath();
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  @TempDir Path directory;
  private Path home;
  private Path java;

  @BeforeEach
  void layOut() throws IOException {
    home = Files.createDirectories(directory.resolve("mooring"));
    for (String script : List.of("mooring", "find-java.sh")) {
      executable(home.resolve("bin").resolve(script), Files.readString(SOURCES.resolve(script)));
    }
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("lib/mooring.jar"), "of this build");
    java = directory.resolve("java");
    executable(java.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    ofJava("21.0.1");
  }

  private void ofJava(String version) throws IOException {
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
  }

  @ParameterizedTest
  @CsvSource({
    "--help, help",
    "publish --help, help",
    "metrics ranking, metrics",
    "publish small.jsonl, publish",
    "demo --once, demo"
  })
  void shouldKeepAnArchiveOfClassesForEachCommand(String arguments, String purpose)
      throws Exception {
    List<String> told = run(Map.of(), arguments.split(" "));

    assertThat(archive(told).getFileName().toString()).matches(purpose + "-21-\\d+\\.jsa");
    assertThat(archive(told).getParent()).isEqualTo(home.resolve("cache"));
  }

  @Test
  void shouldMakeTheArchiveAnewWhenTheRunThatMadeItHadFailed() throws Exception {
    Path archive = archive(run(Map.of(), "metrics", "banks"));
    Files.writeString(archive, "of a run that failed");
    Files.writeString(Path.of(archive + ".weak"), "");

    run(Map.of(), "metrics", "banks");

    assertThat(archive).doesNotExist();
    assertThat(Path.of(archive + ".weak")).doesNotExist();
  }

  @Test
  void shouldForgetTheArchivesOfOtherBuilds() throws Exception {
    Path old = archive(run(Map.of(), "metrics", "banks"));
    Files.writeString(old, "");
    Files.writeString(home.resolve("lib/mooring.jar"), "of another build");

    Path archive = archive(run(Map.of(), "metrics", "banks"));

    assertThat(archive).isNotEqualTo(old);
    assertThat(old).doesNotExist();
  }

  @Test
  void shouldKeepArchivesWhereItIsTold() throws Exception {
    Path cache = directory.resolve("elsewhere");

    List<String> told = run(Map.of("MOORING_CACHE", cache.toString()), "metrics", "banks");

    assertThat(archive(told).getParent()).isEqualTo(cache);
  }

  @Test
  void shouldKeepArchivesInTheCacheOfTheUserWhereItCannotWriteToTheDistribution() throws Exception {
    Files.writeString(home.resolve("cache"), "a file in the way");
    Path user = directory.resolve("user");

    List<String> told = run(Map.of("XDG_CACHE_HOME", user.toString()), "metrics", "banks");

    assertThat(archive(told).getParent()).isEqualTo(user.resolve("mooring"));
  }

  @Test
  void shouldGoOnWithoutArchives() throws Exception {
    List<String> told = run(Map.of("MOORING_CACHE", "off"), "metrics", "banks");

    assertThat(told).endsWith("metrics", "banks").noneMatch(option -> option.contains(".jsa"));
    assertThat(home.resolve("cache")).doesNotExist();
  }

  @Test
  void shouldRecordWhatTheFirstLongRunLearns() throws Exception {
    ofJava("25.0.1");

    List<String> told = run(Map.of(), "up");

    assertThat(told).contains("-XX:AOTMode=record", "-XX:-DisplayVMOutput");
    assertThat(recorded(told).getFileName().toString()).matches("up-25-\\d+\\.aot\\.recorded");
    assertThat(run(Map.of(), "metrics", "banks")).noneMatch(option -> option.contains("AOT"));
  }

  @Test
  void shouldMakeTheCacheBesideTheSecondLongRunAndUseItInTheThird() throws Exception {
    // given
    ofJava("25.0.1");
    Path recorded = recorded(run(Map.of(), "up"));
    Files.writeString(recorded, "what was learned");
    Path cache = Path.of(recorded.toString().replace(".recorded", ""));
    executable(
        java.resolve("bin/java"),
        """
        #!/bin/sh
        for option in "$@"; do
          case $option in
            -XX:AOTCache=*) made=${option#*=} ;;
            -XX:AOTMode=create) create=yes ;;
          esac
        done
        printf '%s\\n' "$@"
        [ -z "${create:-}" ] || echo "of what was learned" >"$made"
        """);

    // when
    List<String> second = run(Map.of(), "up");
    await().atMost(Duration.ofSeconds(30)).until(() -> !Files.exists(recorded));
    List<String> third = run(Map.of(), "up");

    // then
    assertThat(second).endsWith("up").noneMatch(option -> option.contains("AOT"));
    assertThat(cache).hasContent("of what was learned");
    assertThat(third).contains("-XX:AOTCache=" + cache);
  }

  @Test
  void shouldRecordAgainForAnotherReleaseOfJava() throws Exception {
    ofJava("25.0.1");
    Path recorded = recorded(run(Map.of(), "up"));
    Files.writeString(recorded, "what was learned");
    ofJava("25.0.2");

    List<String> told = run(Map.of(), "up");

    assertThat(recorded(told)).isNotEqualTo(recorded);
    assertThat(recorded).doesNotExist();
  }

  @Test
  void shouldRecordAgainWhenTheRunThatRecordedHadFailed() throws Exception {
    ofJava("25.0.1");
    Path recorded = recorded(run(Map.of(), "up"));
    Files.writeString(recorded, "of a run that failed");
    Files.writeString(Path.of(recorded.toString().replace(".recorded", ".weak")), "");

    List<String> told = run(Map.of(), "up");

    assertThat(recorded(told)).isEqualTo(recorded).doesNotExist();
  }

  @Test
  void shouldCompileForSpeedOnlyWhatRunsForLong() throws Exception {
    Files.writeString(directory.resolve("small.jsonl"), "{}");
    Files.write(directory.resolve("large.jsonl"), new byte[2 << 20]);

    assertThat(run(Map.of(), "publish", "small.jsonl")).contains(QUICK);
    assertThat(run(Map.of(), "publish", "large.jsonl")).doesNotContain(QUICK);
    assertThat(run(Map.of(), "publish", "-")).doesNotContain(QUICK);
    assertThat(run(Map.of(), "up")).doesNotContain(QUICK);
    assertThat(run(Map.of(), "metrics", "ranking")).contains(QUICK);
  }

  @Test
  void shouldLeaveTheCollectorToTheUserWhoNamesOne() throws Exception {
    // given
    Map<String, String> parallel = Map.of("MOORING_JAVA_OPTS", "-Xmx1g -XX:+UseParallelGC");

    // then
    assertThat(collectors(run(parallel, "start"))).containsExactly("-XX:+UseParallelGC");
    assertThat(collectors(run(parallel, "metrics"))).containsExactly("-XX:+UseParallelGC");
    assertThat(collectors(run(Map.of("MOORING_JAVA_OPTS", "-Xmx1g"), "start")))
        .containsExactly("-XX:+UseG1GC");
    assertThat(collectors(run(Map.of(), "metrics"))).containsExactly("-XX:+UseSerialGC");
  }

  private static List<String> collectors(List<String> told) {
    return told.stream().filter(each -> each.matches("-XX:\\+Use\\w+GC")).toList();
  }

  private static Path archive(List<String> told) {
    return file(told, "-XX:SharedArchiveFile=");
  }

  private static Path recorded(List<String> told) {
    return file(told, "-XX:AOTConfiguration=");
  }

  private static Path file(List<String> told, String option) {
    return told.stream()
        .filter(each -> each.startsWith(option))
        .map(each -> Path.of(each.substring(option.length())))
        .findFirst()
        .orElseThrow();
  }

  private List<String> run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/mooring").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MOORING_"));
    builder.environment().put("JAVA_HOME", java.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    List<String> told = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return told;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
