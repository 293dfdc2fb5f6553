package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** `mooring metrics` on a real broker where no topology runs. */
@ExtendWith(SharedStack.class)
class MetricsOnStackTest {

  @TempDir Path directory;

  private final RealStack stack;

  MetricsOnStackTest(RealStack stack) {
    this.stack = stack;
  }

  @Test
  void shouldFindNoRowsWhereNothingIsCounted() {
    Run run = stack.run(directory, "metrics", "banks");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("(no rows)\n");
  }

  @Test
  void shouldShowRowsAsTheyWereKnownAndWhatChangedInBelief() throws Exception {
    // given an account that is disputed two months later
    Files.writeString(
        directory.resolve("disputed.jsonl"),
        """
        {"id":"00000000-0000-4000-8000-000000000021","type":"ACCOUNT_OPENED","bank":"past-bank","firm":"bitgo","city":"zug","occurredAt":"2023-04-11","source":"a test"}
        {"id":"00000000-0000-4000-8000-000000000021","revision":2,"status":"DISPUTED","reportedAt":"2023-06-10","type":"ACCOUNT_OPENED","bank":"past-bank","firm":"bitgo","city":"zug","occurredAt":"2023-04-11","source":"a test"}
        """);
    assertThat(stack.run(directory, "publish", "disputed.jsonl").exitCode()).isZero();

    // then
    assertThat(past("--as-of", "2023-04-11").out()).contains("\"accountsOpen\":1");
    assertThat(past("--as-of", "2023-06-09").out()).contains("\"accountsOpen\":1");
    assertThat(past("--as-of", "2023-06-10").out())
        .contains("\"accountsOpen\":0", "\"eventsDisputed\":1");
    assertThat(past("--as-of", "2023-04-10").err()).contains("no row of 'past-bank'");
    assertThat(past("--recorded", "0d").out()).contains("\"eventsDisputed\":1");
    assertThat(past("--recorded", "1d").exitCode()).isEqualTo(1);
    assertThat(past("--as-of", "2023-05", "--compare", "2023-07").lines())
        .contains(
            "{\"key\":\"past-bank\",\"field\":\"accountsOpen\",\"before\":1,\"after\":0,\"change\":\"CHANGED\"}",
            "{\"key\":\"past-bank\",\"field\":\"eventsDisputed\",\"before\":0,\"after\":1,\"change\":\"CHANGED\"}");
  }

  @Test
  void shouldRefusePastTimesThatMakeNoSense() {
    assertThat(past("--compare", "2023-05").err()).contains("--as-of or --recorded");
    assertThat(past("--as-of", "2023-05", "--watch").exitCode()).isEqualTo(2);
    assertThat(past("--as-of", "2023-05", "--settled").exitCode()).isEqualTo(2);
    assertThat(past("--as-of", "yesterday").err()).contains("--as-of: 'yesterday'");
  }

  private Run past(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("metrics", "banks", "past-bank", "-o", "json"));
    arguments.addAll(List.of(options));
    return stack.run(directory, arguments.toArray(String[]::new));
  }
}
