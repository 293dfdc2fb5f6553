package dev.mooring.cli;

import static dev.mooring.cli.RealStack.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** `mooring events` on a real broker. */
@ExtendWith(SharedStack.class)
class EventsOnStackTest {

  @TempDir Path directory;

  private final RealStack stack;

  EventsOnStackTest(RealStack stack) {
    this.stack = stack;
  }

  @Test
  void shouldChooseEventsByTheirFields() {
    stack.publish(event("ef058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"seoul\"")).join();

    assertThat(events("--country", "kr", "--from", "2023-04", "--to", "2023-04-11")).hasSize(1);
    assertThat(events("--country", "kr", "--to", "2023-04-10")).isEmpty();
    assertThat(events("--country", "kr", "--from", "2023-04-12")).isEmpty();
    assertThat(events("--city", "seoul", "--type", "account_opened", "--firm", "osl")).hasSize(1);
    assertThat(events("--city", "seoul", "--firm", "kraken")).isEmpty();
  }

  @Test
  void shouldWriteEventsAsCsvThatCanBePublishedAgain() throws Exception {
    stack.publish(event("0f058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"tokyo\"")).join();

    Run run = stack.run(directory, "events", "--city", "tokyo", "-o", "csv");

    Files.writeString(directory.resolve("tokyo.csv"), run.out());
    assertThat(stack.run(directory, "publish", "tokyo.csv").exitCode()).isZero();
    assertThat(events("--city", "tokyo")).hasSize(2);
  }

  @Test
  void shouldFollowEventsUntilItIsToldToStopAndThenSucceed() throws Exception {
    // given
    stack.publish(event("0d058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"lisbon\"")).join();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Mooring.class.getName(),
            "events",
            "--follow",
            "--city",
            "lisbon");
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().putAll(stack.environment());
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).contains("0d058834");

      // when
      stack.publish(event("0e058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"lisbon\"")).join();

      // then
      assertThat(out.readLine()).contains("0e058834");
      process.destroy();
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void shouldPointOutIdsNearThoseOfEventsWhenThereIsNothingOfAnId() {
    stack.publish(event("fa058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"zurich\"")).join();

    Run nearBank = stack.run(directory, "events", "--bank", "zabank", "-o", "json");
    Run nearCity = stack.run(directory, "events", "--city", "zurch", "--bank", "za-bank");
    Run right = stack.run(directory, "events", "--bank", "za-bank", "--from", "2030-01");

    assertThat(nearBank.out()).isEmpty();
    assertThat(nearBank.err())
        .isEqualTo("mooring: no events of bank 'zabank': did you mean za-bank?\n");
    assertThat(nearCity.err())
        .isEqualTo("mooring: no events of city 'zurch': did you mean zurich?\n");
    assertThat(right.err()).isEmpty();
  }

  private List<String> events(String... options) {
    List<String> arguments = new ArrayList<>(List.of("events", "-o", "json"));
    arguments.addAll(List.of(options));
    return stack.run(directory, arguments.toArray(String[]::new)).lines();
  }
}
