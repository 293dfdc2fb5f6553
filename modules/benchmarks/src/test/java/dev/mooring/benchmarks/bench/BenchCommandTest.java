package dev.mooring.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.benchmarks.edges.Distribution;
import dev.mooring.benchmarks.engine.AsOfRun;
import dev.mooring.benchmarks.http.Wrk;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {

  /** One of each kind: the others differ from them in numbers only. */
  private static final List<String> SMOKED =
      List.of("L0", "L1", "L2", "A", "M", "S", "MR", "Kt", "F1x2", "FR1");

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldRunEveryKindOfContenderAndFindTheOraclesRows() throws Exception {
    // given
    Path work = dir.resolve("made/when/missing");
    Path json = dir.resolve("made/too/result.json");

    // when
    int exit =
        execute(
            "--smoke",
            "--engines",
            String.join(",", SMOKED),
            "--heap",
            "512m",
            "--json",
            json.toString(),
            "--dir",
            work.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    JsonNode measurements = new ObjectMapper().readTree(json.toFile()).get("measurements");
    assertThat(measurements).hasSameSizeAs(SMOKED);
    for (JsonNode measurement : measurements) {
      assertThat(measurement.at("/engine/records").asLong()).isEqualTo(20_000);
      assertThat(out.toString()).contains(measurement.get("name").asText());
    }
    assertThat(out.toString()).contains("equal").doesNotContain("WRONG");
    assertThat(work).as("left behind").isEmptyDirectory();
  }

  @Test
  void shouldSmokeEveryKindOfContender() {
    // when
    List<Object> smoked = SMOKED.stream().map(Contender::named).map(this::kind).toList();

    // then
    assertThat(smoked).doesNotHaveDuplicates();
    assertThat(Contender.ALL).allSatisfy(contender -> assertThat(smoked).contains(kind(contender)));
  }

  /** Its engine and what that is told, numbers and switches aside. */
  private Object kind(Contender contender) {
    Map<String, String> words = new TreeMap<>(contender.settings());
    words.remove(AsOfRun.THREADS);
    words.replaceAll((name, value) -> value.matches("\\d+|true|false") ? "" : value);
    return List.of(contender.engine(), words);
  }

  @Test
  void shouldMeasureWhatRelationshipsTake() {
    // given
    Path work = dir.resolve("state");

    // when
    int exit = execute("state", "--smoke", "--heap", "256m", "--dir", work.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    assertThat(out.toString()).contains("HEAP", "ROCKSDB", "20,000");
    assertThat(work).as("left behind").isEmptyDirectory();
  }

  @Test
  void shouldMeasureAView() {
    // given
    Path work = dir.resolve("view");

    // when
    int exit = execute("view", "--smoke", "--heap", "256m", "--dir", work.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    assertThat(out.toString()).contains("20,000 rows in").contains("bytes of heap a row");
    assertThat(work).as("left behind").isEmptyDirectory();
  }

  @Test
  void shouldMeasureReadsOverHttp() throws Exception {
    // given
    assumeTrue(hasWrk(), "wrk is not on the PATH");
    Path work = dir.resolve("http");

    // when
    int exit = execute("http", "--smoke", "--heap", "128m", "--dir", work.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    assertThat(out.toString()).contains("bare Javalin").contains("a bank's row");
    assertThat(work).as("left behind").isEmptyDirectory();
  }

  @Test
  void shouldMeasurePublishingBesideABareProducer() {
    // given
    assumeTrue(Distribution.isThere(), "the distribution is not built");
    Path work = dir.resolve("publish");

    // when
    int exit = execute("publish", "--smoke", "--dir", work.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    assertThat(out.toString()).contains("bare producer, one").contains("from start to end:");
    assertThat(work).as("left behind").isEmptyDirectory();
  }

  @Test
  void shouldMeasureHowLongShortCommandsTake() {
    // given
    assumeTrue(Distribution.isThere(), "the distribution is not built");
    Path work = dir.resolve("startup");

    // when
    int exit = execute("startup", "--smoke", "--dir", work.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    assertThat(out.toString()).contains("mooring --help", "mooring publish", "mooring metrics");
    assertThat(work).as("left behind").isEmptyDirectory();
  }

  @Test
  void shouldMeasureRowsThatAreShown() {
    // given
    assumeTrue(Distribution.isThere(), "the distribution is not built");
    Path work = dir.resolve("metrics");

    // when
    int exit = execute("metrics", "--smoke", "--kinds", "BANKS", "--dir", work.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    assertThat(out.toString()).contains("banks -o table", "banks -o json", "banks -o csv");
    assertThat(work).as("left behind").isEmptyDirectory();
  }

  @Test
  void shouldSayInOneLineThatADirectoryCannotBeMade() throws Exception {
    // given
    Path file = Files.writeString(dir.resolve("file"), "");

    // when
    int exit = execute("--smoke", "--dir", file.resolve("below").toString());

    // then
    assertThat(exit).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(err.toString())
        .startsWith("mooring-bench: ")
        .contains(file.toString())
        .hasLineCount(1);
  }

  @Test
  void shouldNameTheEnginesThatThereAre() {
    // when
    int exit = execute("--engines", "L0,L7");

    // then
    assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString())
        .contains(
            "engine: L7, should be one of L0, L1, L1f, L2, A, A1, M, M2, S, MR, M100, K, Kt, F1,"
                + " F5, FR1, FR5, F1x2, FR5x2");
  }

  @Test
  void shouldNotBeginWithAnEngineThatIsNamedTwice() {
    // when
    int exit = execute("--engines", "M,L0,M");

    // then
    assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("engines: M is named twice; --runs 2 runs each twice");
  }

  private static boolean hasWrk() throws Exception {
    try {
      Wrk.find();
      return true;
    } catch (IllegalStateException none) {
      return false;
    }
  }

  private int execute(String... arguments) {
    return BenchCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
