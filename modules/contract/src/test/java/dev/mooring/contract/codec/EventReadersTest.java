package dev.mooring.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.codec.EventReading.Read;
import dev.mooring.contract.codec.EventReading.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReadersTest {

  private static final String GOOD =
      "{\"id\":\"c76111a6-1492-5d4c-abd0-877b687592ff\",\"type\":\"ACCOUNT_OPENED\",\"bank\":\"a\","
          + "\"occurredAt\":\"2023-03\",\"source\":\"x\"}";
  private static final String HEADER = "id,type,bank,occurredAt,source,note\n";
  private static final String RECORD =
      "c76111a6-1492-5d4c-abd0-877b687592ff,ACCOUNT_OPENED,a,2023-03,x,";

  @Test
  void shouldGoOnBehindABadLine() {
    List<EventReading> readings = Readings.json(GOOD + "\r\n{bad\r\n\r\n \n" + GOOD);

    assertThat(readings).hasSize(3);
    assertThat(readings.get(0)).isInstanceOf(Read.class);
    assertThat(readings.get(1)).isInstanceOf(Unreadable.class);
    assertThat(((Unreadable) readings.get(1)).raw()).isEqualTo("{bad");
    assertThat(readings.get(2)).isInstanceOf(Read.class);
    assertThat(readings).extracting(EventReading::line).containsExactly(1L, 2L, 5L);
  }

  @Test
  void shouldSkipAByteOrderMark() {
    assertThat(Readings.events(Readings.json("\uFEFF" + GOOD))).hasSize(1);
    assertThat(Readings.events(Readings.csv("\uFEFF" + HEADER + RECORD))).hasSize(1);
  }

  @Test
  void shouldTellOfALineThatIsTooLong() {
    String filler = " ".repeat(EventReaders.MAX_LINE_BYTES);
    String atLimit = GOOD + " ".repeat(EventReaders.MAX_LINE_BYTES - GOOD.length());

    List<EventReading> readings =
        Readings.json(atLimit + "\n" + GOOD + filler + filler + "\n" + GOOD + "\n" + GOOD + filler);

    assertThat(readings)
        .extracting(reading -> reading instanceof Read)
        .containsExactly(true, false, true, false);
    assertThat(Readings.problems(readings.get(1)))
        .containsExactly(
            "has 262277 bytes, a line should have at most 131072"
                .replace("262277", Integer.toString(GOOD.length() + 2 * filler.length())));
    assertThat(((Unreadable) readings.get(1)).raw()).hasSize(1000).startsWith(GOOD);
  }

  @Test
  void shouldTellOfALineThatIsNoUtf8() {
    byte[] bytes =
        (GOOD + "\n" + GOOD.replace("x", "\u00e9") + "\n" + GOOD)
            .getBytes(StandardCharsets.ISO_8859_1);

    List<EventReading> readings = Readings.all(EventReaders::detect, bytes);

    assertThat(readings).hasSize(3);
    assertThat(Readings.problems(readings.get(1))).containsExactly("should be UTF-8 throughout");
  }

  @Test
  void shouldReadAnArrayOverManyLines() {
    String array = "\n[\n  " + GOOD + ",\n {\"id\":\n 3},\n 7,\n" + GOOD + "\n]\n";

    List<EventReading> readings = Readings.json(array);

    assertThat(readings)
        .extracting(reading -> reading instanceof Read)
        .containsExactly(true, false, false, true);
    assertThat(readings).extracting(EventReading::line).containsExactly(3L, 4L, 6L, 7L);
    assertThat(((Unreadable) readings.get(1)).raw()).isEqualTo("{\"id\":3}");
  }

  @Test
  void shouldSayWhereAnArrayBreaksOff() {
    List<EventReading> readings = Readings.json("[" + GOOD + ",\n{]" + GOOD + "]");

    assertThat(readings).hasSize(2);
    assertThat(Readings.problems(readings.get(1)))
        .hasSize(2)
        .contains("the rest of the array is not read");
    assertThat(Readings.json("[" + GOOD)).hasSize(2);
    assertThat(Readings.json("[] x")).hasSize(1);
    assertThat(Readings.json("[]")).isEmpty();
  }

  @Test
  void shouldBoundAnElementOfAnArray() {
    String big = "{\"note\":\"" + "x".repeat(EventReaders.MAX_LINE_BYTES - 5) + "\"}";

    List<EventReading> readings = Readings.json("[" + big + "," + GOOD + "]");

    assertThat(readings).extracting(r -> r instanceof Read).containsExactly(false, true);
    assertThat(((Unreadable) readings.get(0)).raw()).hasSize(1000);
  }

  @Test
  void shouldReadColumnsInAnyOrder() {
    String csv =
        "source,occurredAt,bank,type,id\n"
            + "x,2023-03,a,ACCOUNT_OPENED,c76111a6-1492-5d4c-abd0-877b687592ff";

    assertThat(Readings.events(Readings.csv(csv))).isEqualTo(Readings.events(Readings.json(GOOD)));
  }

  @Test
  void shouldTellColumnAndLineOfACsvProblem() {
    String csv =
        HEADER.replace("note", "subjects") + RECORD + "many\n" + RECORD + "3,\n" + RECORD + "3";

    List<EventReading> readings = Readings.csv(csv);

    assertThat(readings).extracting(EventReading::line).containsExactly(2L, 3L, 4L);
    assertThat(Readings.problems(readings.get(0)))
        .containsExactly("subjects 'many' should be a whole number from -2147483648 to 2147483647");
    assertThat(Readings.problems(readings.get(1)))
        .containsExactly("has 7 columns, the header has 6");
    assertThat(readings.get(2)).isInstanceOf(Read.class);
  }

  @Test
  void shouldTellAllThatIsWrongWithAHeader() {
    List<EventReading> readings = Readings.csv("id,typ,bank,bank,source\n" + RECORD);

    assertThat(readings).hasSize(1);
    assertThat(Readings.problems(readings.get(0)))
        .containsExactly(
            "typ is an unknown field: did you mean type?",
            "bank stands twice in the header: once is right",
            "type is missing in the header",
            "occurredAt is missing in the header",
            "nothing behind this header is read");
  }

  @Test
  void shouldTellAnEmptyNoteFromNone() {
    List<EventReading> readings = Readings.csv(HEADER + RECORD + "\n" + RECORD + "\"\"");

    assertThat(Readings.events(readings).get(0).getNote()).isNull();
    assertThat(Readings.events(readings).get(1).getNote()).isEmpty();
  }

  @Test
  void shouldTakeQuotesRoundEveryCell() {
    String csv =
        "\"id\",\"type\",\"bank\",\"firm\",\"occurredAt\",\"source\"\n"
            + "\"c76111a6-1492-5d4c-abd0-877b687592ff\",\"ACCOUNT_OPENED\",\"a\",\"\",\"2023-03\",\"x\"";

    assertThat(Readings.events(Readings.csv(csv))).isEqualTo(Readings.events(Readings.json(GOOD)));
  }

  @Test
  void shouldLoseOnlyTheLineOfAQuoteThatIsNotClosed() {
    String many = (RECORD + "fine\n").repeat(3000);

    List<EventReading> readings = Readings.csv(HEADER + RECORD + "\"open\n" + many);

    assertThat(readings).hasSize(3001);
    assertThat(readings.get(0)).isInstanceOf(Unreadable.class);
    assertThat(readings.subList(1, 3001)).allMatch(Read.class::isInstance);
    assertThat(readings.get(3000).line()).isEqualTo(3002);
  }

  @Test
  void shouldCountLinesInsideQuotes() {
    List<EventReading> readings =
        Readings.csv(HEADER + RECORD + "\"a\n\"\"b\"\"\r\nc\"\n" + RECORD + "a\"b\n" + RECORD);

    assertThat(readings).extracting(EventReading::line).containsExactly(2L, 5L, 6L);
    assertThat(Readings.events(readings).get(0).getNote()).isEqualTo("a\n\"b\"\r\nc");
    assertThat(Readings.events(readings).get(1).getNote()).isEqualTo("a\"b");
  }

  @Test
  void shouldReadMoreThanMemoryHolds() {
    byte[] line = (GOOD + " ".repeat(100_000) + "\n").getBytes(StandardCharsets.UTF_8);
    long lines = Runtime.getRuntime().maxMemory() / line.length + 1;
    List<EventReading> last = new ArrayList<>();

    try (EventReader reader = EventReaders.jsonLines(new RepeatedLine(line, lines))) {
      reader.forEachRemaining(
          reading -> {
            last.clear();
            last.add(reading);
          });
    }

    assertThat(last).hasSize(1).hasOnlyElementsOfType(Read.class);
    assertThat(last.getFirst().line()).isEqualTo(lines);
  }

  @Test
  void shouldPassOverALineLongerThanMemory() {
    byte[] part = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    long parts = Runtime.getRuntime().maxMemory() / part.length + 1;

    try (EventReader reader = EventReaders.csv(new RepeatedLine(part, parts))) {
      assertThat(reader.next()).isInstanceOf(Unreadable.class);
      assertThat(reader.hasNext()).isFalse();
    }
  }

  @Test
  void shouldPassOnAFailureOfTheStream() throws IOException {
    InputStream failing = InputStream.nullInputStream();
    failing.close();

    assertThatThrownBy(() -> EventReaders.detect(failing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Stream closed");
    assertThatThrownBy(new JsonLinesReader(failing)::hasNext)
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "id"})
  void shouldCloseTheStream(String text) {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream in =
        new FilterInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
          @Override
          public void close() {
            closed.set(true);
          }
        };

    EventReaders.detect(in).close();

    assertThat(closed).isTrue();
  }

  @Test
  void shouldEndAsIteratorsDo() {
    try (EventReader reader = EventReaders.jsonLines(InputStream.nullInputStream())) {
      assertThat(reader.hasNext()).isFalse();
      assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(Readings.csv("")).isEmpty();
  }

  /** A stream of one line over and over, which stands nowhere in memory. */
  private static final class RepeatedLine extends InputStream {

    private final byte[] line;
    private long left;
    private int at;

    RepeatedLine(byte[] line, long times) {
      this.line = line;
      this.left = times;
    }

    @Override
    public int read() {
      if (left == 0) {
        return -1;
      }
      int next = line[at++];
      if (at == line.length) {
        at = 0;
        left--;
      }
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int count = Math.min(length, line.length - at);
      System.arraycopy(line, at, buffer, offset, count);
      at += count;
      if (at == line.length) {
        at = 0;
        left--;
      }
      return count;
    }
  }
}
