package dev.mooring.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JmhCommandTest {

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldRunEveryBenchmark() throws Exception {
    // given
    Path json = dir.resolve("jmh.json");

    // when
    int exit = execute("--smoke", "--json", json.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    JsonNode lines = new ObjectMapper().readTree(json.toFile()).get("lines");
    assertThat(StreamSupport.stream(lines.spliterator(), false))
        .allSatisfy(line -> assertThat(line.get("score").asDouble()).isPositive())
        .extracting(line -> line.get("name").asText().replaceAll(" .*", ""))
        .contains("Decode", "Event", "Fold", "Store", "Combiner");
    assertThat(out.toString()).contains("Fold relationship before=100");
  }

  /** What the smoke leaves out: others have prepared this JVM for it. */
  @Test
  void shouldRunABenchmarkInAJvmOfItsOwn() {
    int exit = execute("--warm-up", "0", "--iterations", "1", "Fold");

    assertThat(exit).as(out + "\n" + err).isZero();
    assertThat(out.toString()).contains("Fold relationship before=100");
  }

  @Test
  void shouldRefuseAPatternOfNothing() {
    // when
    int exit = execute("--smoke", "NoSuchBenchmark");

    // then
    assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("pattern: NoSuchBenchmark, should match a benchmark");
  }

  private int execute(String... arguments) {
    return new CommandLine(new JmhCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
