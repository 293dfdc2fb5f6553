package dev.mooring.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldRunEveryContenderAndFindTheOraclesRows() throws Exception {
    // given
    Path json = dir.resolve("result.json");

    // when
    int exit =
        execute("--smoke", "--heap", "512m", "--json", json.toString(), "--dir", dir.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    JsonNode measurements = new ObjectMapper().readTree(json.toFile()).get("measurements");
    assertThat(measurements).hasSameSizeAs(Contender.ALL);
    for (JsonNode measurement : measurements) {
      assertThat(measurement.at("/engine/records").asLong()).isEqualTo(20_000);
      assertThat(out.toString()).contains(measurement.get("name").asText());
    }
    assertThat(out.toString()).contains("equal").doesNotContain("WRONG");
    assertThat(dir).as("left behind").isDirectoryNotContaining(path -> !path.equals(json));
  }

  @Test
  void shouldNameTheEnginesThatThereAre() {
    // when
    int exit = execute("--engines", "L0,L7");

    // then
    assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("engine: L7, should be one of L0, L1, L1f, L2, M, M100");
  }

  private int execute(String... arguments) {
    return new CommandLine(new BenchCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
