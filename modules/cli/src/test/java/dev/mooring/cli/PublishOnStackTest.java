package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** `mooring publish` on a real broker. */
@ExtendWith(SharedStack.class)
class PublishOnStackTest {

  @TempDir Path directory;

  private final RealStack stack;

  PublishOnStackTest(RealStack stack) {
    this.stack = stack;
  }

  @Test
  void shouldPublishFileAndPutBadLinesAside() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("events.jsonl"),
            """
            {"id":"00000000-0000-4000-8000-000000000001","type":"PITCH_DELIVERED","bank":"dbs","firm":"kraken","city":"zug","occurredAt":"2024-02","source":"a test"}
            {"id":"00000000-0000-4000-8000-000000000002","type":"PITCHED","bank":"dbs","source":"a test"}
            {"id":"00000000-0000-4000-8000-000000000003","type":"PITCH_DELIVERED","bank":"dbs","firm":"kraken","city":"zugg","occurredAt":"2024-02","source":"a test"}
            """);

    Run run = stack.run(directory, "publish", "events.jsonl");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEqualTo("published 1 event\n");
    assertThat(run.err()).contains("rejected 2 lines");
    assertThat(Files.readAllLines(Path.of(file + ".rejected.jsonl")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"line\":2,").contains("PITCHED", "occurredAt"),
            line -> assertThat(line).startsWith("{\"line\":3,").contains("did you mean zug"));
    assertThat(stack.run(directory, "events", "--bank", "dbs", "-o", "json").lines())
        .singleElement()
        .asString()
        .contains("\"occurredAt\":\"2024-02\"", "\"country\":\"CH\"");
  }

  @Test
  void shouldPointOutNewIdsNearKnownOnesAndPublishThemAllTheSame() throws Exception {
    Files.writeString(
        directory.resolve("slips.csv"),
        """
        id,type,bank,firm,occurredAt,source
        00000000-0000-4000-8000-000000000011,PITCH_DELIVERED,mox-bank,bitgo,2024-02,a test
        00000000-0000-4000-8000-000000000012,PITCH_DELIVERED,moxbank,bitgo,2024-02,a test
        """);

    Run run = stack.run(directory, "publish", "slips.csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("published 2 events\n");
    assertThat(run.err()).isEqualTo("mooring: line 3: bank moxbank is new; near it: mox-bank\n");
  }
}
