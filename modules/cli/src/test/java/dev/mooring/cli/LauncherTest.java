package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launchers by a shell, in a checkout whose build is a stand-in of a few lines. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launchers need a POSIX shell")
class LauncherTest {

  /** The module directory is where the build runs the tests. */
  private static final Path SOURCES = Path.of("src/dist/bin").toAbsolutePath();

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  @TempDir Path directory;
  private Path checkout;

  record Result(int exitCode, String out, String err) {}

  @BeforeEach
  void layOutCheckout() throws IOException {
    checkout = directory.resolve("a checkout");
    Path bin = Files.createDirectories(checkout.resolve("modules/cli/src/dist/bin"));
    Files.copy(SOURCES.resolve("find-java.sh"), bin.resolve("find-java.sh"));
    executable(checkout.resolve("mooring"), Files.readString(ROOT.resolve("mooring")));
    Files.writeString(checkout.resolve("pom.xml"), "");
    build("echo built >>builds; mkdir -p $D/bin; printf '#!/bin/sh\\necho ran \"$@\"\\n'");
  }

  @Test
  void shouldBuildWhenDistributionIsMissingAndThenRunIt() throws Exception {
    Result first = run(Map.of(), checkout.resolve("mooring").toString(), "metrics", "a b");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).isEqualTo("ran metrics a b\n");
    assertThat(first.err()).startsWith("Building Mooring").contains("mooring-build.log");
  }

  @Test
  void shouldBuildAgainOnlyWhenSourcesAreNewer() throws Exception {
    String launcher = checkout.resolve("mooring").toString();
    run(Map.of(), launcher);

    run(Map.of(), launcher);
    assertThat(checkout.resolve("builds")).content().hasLineCount(1);

    makeStale();
    run(Map.of(), launcher);
    assertThat(checkout.resolve("builds")).content().hasLineCount(2);
  }

  @Test
  void shouldBuildInOneTerminalAtATime() throws Exception {
    build(
        "echo built >>builds; until [ -f go ]; do sleep 0.1; done;"
            + " mkdir -p $D/bin; printf '#!/bin/sh\\necho ran\\n'");
    Process first = start();
    assertThat(first.errorReader().readLine()).startsWith("Building Mooring");

    Process second = start();
    assertThat(second.errorReader().readLine()).startsWith("Another terminal builds Mooring");
    Files.createFile(checkout.resolve("go"));

    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(checkout.resolve("builds")).content().hasLineCount(1);
    assertThat(checkout.resolve("modules/cli/target/mooring.building")).doesNotExist();
  }

  @Test
  void shouldNotWaitForABuildThatWasKilled() throws Exception {
    Path target = Files.createDirectories(checkout.resolve("modules/cli/target"));
    Files.createSymbolicLink(target.resolve("mooring.building"), Path.of("99999999"));

    assertThat(run(Map.of(), checkout.resolve("mooring").toString()).exitCode()).isZero();
  }

  @Test
  void shouldNotReplaceTheJarsOfARunningMooring() throws Exception {
    build("echo built >>builds; mkdir -p $D/bin; printf '#!/bin/sh\\necho ran; read end\\n'");
    Process running = start();
    assertThat(running.inputReader().readLine()).isEqualTo("ran");
    makeStale();

    Result meanwhile = run(Map.of(), checkout.resolve("mooring").toString());
    running.outputWriter().close();
    running.waitFor();
    run(Map.of(), checkout.resolve("mooring").toString());

    assertThat(meanwhile.err()).contains("process " + running.pid() + " runs from it");
    assertThat(meanwhile.out()).isEqualTo("ran\n");
    assertThat(checkout.resolve("builds")).content().hasLineCount(2);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(checkout.resolve("mooring").toString()).start();
  }

  private void makeStale() throws IOException {
    Files.setLastModifiedTime(
        checkout.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
  }

  @Test
  void shouldRunThroughSymbolicLinks() throws Exception {
    Path far = Files.createSymbolicLink(directory.resolve("far"), checkout.resolve("mooring"));
    Path near = Files.createSymbolicLink(directory.resolve("near"), Path.of("far"));

    assertThat(run(Map.of(), near.toString(), "x").out()).isEqualTo("ran x\n");
    assertThat(Files.isSymbolicLink(far)).isTrue();
  }

  @Test
  void shouldShowTheLogWhenBuildFails() throws Exception {
    build("echo 'no such thing'; exit 1; :");

    Result result = run(Map.of(), checkout.resolve("mooring").toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("no such thing").contains("the build failed");
  }

  @Test
  void shouldTakeJavaHomeThatIsNewEnough() throws Exception {
    Path home = java("given", "21.0.1");

    assertThat(found(Map.of("JAVA_HOME", home.toString())).out()).isEqualTo(home + "\n");
  }

  @Test
  void shouldPassOverOldJavaHomeForNewJavaOnPath() throws Exception {
    Path old = java("old", "17.0.15");
    Path onPath = java("on path", "22");
    Path link = Files.createDirectories(directory.resolve("links")).resolve("java");
    Files.createSymbolicLink(link, onPath.resolve("bin/java"));

    Result result =
        found(
            Map.of(
                "JAVA_HOME",
                old.toString(),
                "PATH",
                link.getParent() + ":" + System.getenv("PATH")));

    assertThat(result.out()).isEqualTo(onPath + "\n");
  }

  @Test
  void shouldPassOverOldJavaOnPathForNewestInUsualPlaces() throws Exception {
    Path old = java("old", "1.8.0_452");
    java("home/.sdkman/candidates/java/98-tem", "98");
    Path newest = java("home/.sdkman/candidates/java/99-tem", "99.0.2");

    Result result =
        found(
            Map.of(
                "PATH",
                old.resolve("bin") + ":" + System.getenv("PATH"),
                "HOME",
                directory.resolve("home").toString()));

    assertThat(result.out()).isEqualTo(newest + "\n");
  }

  @Test
  void shouldSayWhatToInstallWhenThereIsNoJava() throws Exception {
    Result result = shell(Map.of(), "WANTED_JAVA=1000; find_java");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("Install a JDK 1000 or newer").contains("JAVA_HOME");
  }

  private Result found(Map<String, String> environment) throws Exception {
    return shell(environment, "find_java");
  }

  private Result shell(Map<String, String> environment, String script) throws Exception {
    Path helper = SOURCES.resolve("find-java.sh");
    return run(environment, "/bin/sh", "-euc", ". '" + helper + "'; " + script);
  }

  /** A Java by its looks: a file that can be run, and the note that every JDK has. */
  private Path java(String name, String version) throws IOException {
    Path home = directory.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    executable(home.resolve("bin/java"), "#!/bin/sh\n");
    executable(home.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home.toRealPath();
  }

  /** Lets the build be this: what its last command prints becomes the command that is run. */
  private void build(String script) throws IOException {
    executable(
        checkout.resolve("mvnw"),
        "#!/bin/sh\nD=modules/cli/target/mooring\n"
            + script
            + " >$D/bin/mooring\nchmod +x $D/bin/mooring\n");
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Result run(Map<String, String> environment, String... command) throws Exception {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(directory.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new Result(exitCode, Files.readString(out), Files.readString(err));
  }
}
