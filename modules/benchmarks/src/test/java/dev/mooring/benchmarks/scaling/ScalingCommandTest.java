package dev.mooring.benchmarks.scaling;

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

class ScalingCommandTest {

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldEndInTheOraclesRowsWithTwoInstances() throws Exception {
    // given
    GeneratedTypes.trust();
    Path work = dir.resolve("scaling");
    Path json = dir.resolve("scaling.json");

    // when
    int exit =
        execute("--smoke", "--heap", "256m", "--json", json.toString(), "--dir", work.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    JsonNode line = new ObjectMapper().readTree(json.toFile()).at("/lines/0");
    assertThat(line.get("instances").asInt()).isEqualTo(2);
    assertThat(line.get("rows").asLong()).isPositive();
    assertThat(line.get("differentRows").asLong()).isZero();
    assertThat(out.toString()).contains("equal").doesNotContain("WRONG");
    assertThat(work).as("left behind").isEmptyDirectory();
  }

  @Test
  void shouldRefuseMoreThreadsThanPartitions() {
    // when
    int exit = execute("--shapes", "1x1,2x4", "--partitions", "4");

    // then
    assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString())
        .contains("shape: 2x4, should have no more threads than there are partitions: 4");
  }

  @Test
  void shouldSayHowAShapeIsWritten() {
    // when
    int exit = execute("--shapes", "two");

    // then
    assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("shape: two, should be instances x threads, as in 2x1");
  }

  private int execute(String... arguments) {
    return new CommandLine(new ScalingCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
