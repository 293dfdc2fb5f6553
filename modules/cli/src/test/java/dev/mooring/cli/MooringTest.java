package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MooringTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | no command given",
        "metrics | WHAT",
        "metrics hubs | 'hubs'",
        "metrics countries --daily | --daily",
        "metrics banks --daily --plot | --plot: is of one bank or city",
        "metrics banks dbs --plot | --plot: is of one bank or city",
        "metrics ranking --watch | --watch: draws on a terminal",
        "metrics ranking --watch -o csv | does not go with -o csv",
        "metrics ranking --watch --plot | does not go with --plot",
        "metrics ranking --plot -o json | does not go with -o json",
        "events --bootstrap h:1 --registry http://r --from yesterday | --from: 'yesterday'",
        "up --kafka-port many | 'many'",
        "up --kafka-port 70000 | up.kafka.port: '70000'",
        "config --bootstrap nowhere | bootstrap.servers: 'nowhere'",
        "config --config missing.properties | missing.properties",
        "reference | publish or list",
        "explain bank za-bank accountOpen | did you mean accountsOpen",
        "explain city zug hhi | 'hhi' of a city is no count",
        "explain country HK events --day 2024-01-01 | --day: of banks and cities",
        "explain citty zug events | did you mean city",
        "moorings --account opn | 'opn' should be one of NONE, OPEN, DORMANT, CLOSED: did you"
            + " mean OPEN",
        "metrics citys | 'citys' should be one of banks, cities, countries, ranking, reasons,"
            + " stances: did you mean cities",
        "events --type ACCOUNT_OPEND | --type: 'ACCOUNT_OPEND' should be one of OUTREACH_MADE,"
            + " INQUIRY_RECEIVED",
        "events --type acount-opened | did you mean ACCOUNT_OPENED",
        "events --type UNRECOGNISED | --type: 'UNRECOGNISED' should be one of OUTREACH_MADE",
        "config -o jsn | --output: 'jsn' should be one of table, json, csv: did you mean json?",
        "metrcs ranking | mooring does not know 'metrcs': did you mean metrics",
        "events --fro 2023 | mooring events does not know '--fro': did you mean --from?",
        "up --bootstrap kafka:9092 | mooring up does not know '--bootstrap'",
        "publish x.jsonl --pace fast | --pace: 'fast' should be how much of history",
        "demo --registry http://registry:8081 | mooring demo does not know '--registry'"
      })
  void shouldAnswerWrongUseInOneLineWithExitCodeTwo(String command, String telling) {
    Run run = Run.of(directory, Map.of(), command.isEmpty() ? new String[0] : command.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("mooring: ").contains(telling).hasLineCount(1);
  }

  @Test
  void shouldNameEveryCommandInTheHelpAsItselfDoes() {
    Run run = Run.of(directory, Map.of(), "--help");
    StringWriter whole = new StringWriter();
    Mooring.commandLine(Surroundings.ofProcess(), new PrintWriter(whole), new PrintWriter(whole))
        .execute("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("publish").isEqualTo(whole.toString());
  }

  @Test
  void shouldSayHowToFindAClusterWhenThereIsNone() {
    Run run = Run.of(directory, Map.of(), "metrics", "ranking");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("mooring up").contains("--bootstrap").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "start",
        "publish",
        "metrics",
        "moorings",
        "events",
        "explain",
        "reference",
        "archive",
        "restore",
        "topics",
        "doctor",
        "config",
        "completion"
      })
  void shouldExplainEachCommandWithAnExample(String command) {
    Run run = Run.of(directory, Map.of(), command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: mooring " + command).contains("  mooring " + command);
  }

  @Test
  void shouldFailWhenFileToPublishIsMissing() {
    Run run =
        Run.of(
            directory,
            Map.of(),
            "publish",
            "gone.jsonl",
            "--bootstrap",
            "h:1",
            "--registry",
            "http://r");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("gone.jsonl: is no file that can be read").hasLineCount(1);
  }
}
