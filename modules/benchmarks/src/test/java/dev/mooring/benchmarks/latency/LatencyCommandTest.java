package dev.mooring.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.contract.GeneratedTypes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LatencyCommandTest {

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldSeeTheRowsOfEveryProbe() throws Exception {
    // given
    GeneratedTypes.trust();
    Path work = dir.resolve("latency");
    Path json = dir.resolve("latency.json");

    // when
    int exit =
        execute(
            "--smoke",
            "--heap",
            "512m",
            "--engines",
            "M,F",
            "--json",
            json.toString(),
            "--dir",
            work.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    JsonNode lines = new ObjectMapper().readTree(json.toFile()).get("lines");
    assertThat(lines).hasSize(2);
    for (JsonNode line : lines) {
      assertThat(line.get("probes").asInt()).isEqualTo(100);
      assertThat(line.at("/mooring/p50").asDouble())
          .isPositive()
          .isLessThanOrEqualTo(line.at("/mooring/max").asDouble());
      assertThat(line.at("/bank/p50").asDouble()).isPositive();
    }
    assertThat(out.toString()).contains("Mooring, exactly once");
    assertThat(work).as("left behind").isEmptyDirectory();
  }

  @Test
  void shouldRefuseARateThatProbesDoNotDivide() {
    // when
    int exit = execute("--rates", "1000", "--probes", "300");

    // then
    assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString())
        .contains("rate: 1000, should be a multiple of the 300 probes per second");
  }

  private int execute(String... arguments) {
    return new CommandLine(new LatencyCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
