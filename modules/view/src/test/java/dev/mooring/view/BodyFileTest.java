package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFileTest {

  private static final long SEGMENT = 1L << 26;

  @TempDir Path directory;

  /** With the headers: those that fill a segment to the last byte, and those that do not. */
  @ParameterizedTest
  @ValueSource(ints = {8192 - 16, 9_000})
  void shouldFindBodiesOnBothSidesOfSegments(int length) throws Exception {
    int number = (int) (2 * SEGMENT / length) + 3;
    int[] handles = new int[number];
    try (BodyFile file = new BodyFile(directory)) {
      handles[0] = file.append(0, 0, body(0, length));
      file.flush();
      for (int i = 1; i < number; i++) {
        handles[i] = file.append(i % 7, i, body(i, length));
        assertThat(file.appendedBody(handles[i])).isEqualTo(body(i, length));
        assertThat(file.appendedBody(handles[i - 1])).isEqualTo(body(i - 1, length));
      }
      file.flush();
      for (int i = 0; i < number; i++) {
        assertThat(file.body(handles[i])).isEqualTo(body(i, length));
        assertThat(file.partition(handles[i])).isEqualTo(i % 7);
        assertThat(file.offset(handles[i])).isEqualTo(i);
      }
    }
  }

  @Test
  void shouldKeepBodiesReadableWhenAReaderIsInterrupted() throws Exception {
    try (BodyFile file = new BodyFile(directory)) {
      int handle = file.append(0, 0, "text".getBytes(UTF_8));
      file.flush();

      Thread.currentThread().interrupt();
      assertThat(file.body(handle)).isEqualTo("text".getBytes(UTF_8));
      assertThat(Thread.interrupted()).isTrue();

      assertThat(file.body(handle)).isEqualTo("text".getBytes(UTF_8));
    }
  }

  private static byte[] body(int number, int length) {
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) number);
    return body;
  }
}
