package dev.mooring.benchmarks.restart;

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

class RestartCommandTest {

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldEndInTheOraclesRowsAfterAKill() throws Exception {
    // given
    GeneratedTypes.trust();
    Path work = dir.resolve("restart");
    Path json = dir.resolve("restart.json");

    // when
    int exit =
        execute("--smoke", "--heap", "256m", "--json", json.toString(), "--dir", work.toString());

    // then
    assertThat(exit).as(out + "\n" + err).isZero();
    JsonNode starts = new ObjectMapper().readTree(json.toFile()).get("starts");
    assertThat(starts).hasSize(2);
    assertThat(starts.at("/0/restored").asLong()).isZero();
    assertThat(starts.at("/1/restored").asLong()).isPositive();
    assertThat(starts.at("/1/entries").asLong())
        .as("more than records, as a page holds many")
        .isGreaterThan(starts.at("/1/restored").asLong());
    assertThat(out.toString()).contains("all equal");
    assertThat(work).as("left behind").isEmptyDirectory();
  }

  private int execute(String... arguments) {
    return new CommandLine(new RestartCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
