package dev.mooring.cli;

import static dev.mooring.cli.RealStack.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** `mooring explain` on a real broker. */
@ExtendWith(SharedStack.class)
class ExplainOnStackTest {

  @TempDir Path directory;

  private final RealStack stack;

  ExplainOnStackTest(RealStack stack) {
    this.stack = stack;
  }

  @Test
  void shouldListTheEventsBehindANumber() {
    stack.publish(event("0a058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"zurich\"")).join();
    stack
        .publish(
            event(
                "0b058834-5a65-51cf-9988-647ae43b5e12",
                "\"city\":\"zurich\",\"status\":\"DISPUTED\""))
        .join();

    Run run = explain("city", "Zurich", "accountsOpen", "-o", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines())
        .satisfiesExactly(
            number -> assertThat(number).contains("\"table\":\"number\"", "\"value\":1"),
            event ->
                assertThat(event)
                    .contains("\"table\":\"events\"", "\"occurredAt\":\"2023-04-11\"", "0a058834")
                    .contains("\"source\":\"a test\"", "\"precision\":\"DAY\""));
    assertThat(explain("city", "zurich", "accountsOpened", "--day", "2023-04-11").out())
        .contains("0a058834")
        .doesNotContain("0b058834");
  }

  @Test
  void shouldSayWhichIdMayBeMeantWhereNoEventNamesIt() {
    stack.publish(event("0c058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"geneva\"")).join();

    Run run = explain("city", "genva", "events");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("did you mean geneva").hasLineCount(1);
  }

  private Run explain(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    return stack.run(directory, all.toArray(String[]::new));
  }
}
