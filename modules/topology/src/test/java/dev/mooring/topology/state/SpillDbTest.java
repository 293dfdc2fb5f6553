package dev.mooring.topology.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillDbTest {

  private static final int ENTRIES = 100_000;
  private static final int ENTRY = 500;

  @TempDir private Path directory;
  private RocksSpace space;

  @BeforeEach
  void makeSpace() {
    space = new RocksSpace(directory, RocksSpace.LEAST_MEMORY);
  }

  @AfterEach
  void close() {
    space.close();
  }

  @Test
  void shouldStayWithinItsMemoryHoweverMuchIsWrittenAndRead() {
    // given
    Random random = new Random(1);
    long most = 0;

    try (SpillDb first = space.open();
        SpillDb second = space.open()) {
      // when
      for (SpillDb db : List.of(first, second)) {
        for (int i = 0; i < ENTRIES; i++) {
          db.put(key(i), value(random));
          most = i % 1_000 == 0 ? Math.max(most, space.memory()) : most;
        }
        db.flush();
      }
      for (int i = 0; i < ENTRIES; i += 7) {
        assertThat(first.get(key(i))).hasSize(ENTRY);
        most = i % 1_000 == 0 ? Math.max(most, space.memory()) : most;
      }
    }

    // then
    assertThat((long) ENTRIES * ENTRY).isGreaterThan(2 * RocksSpace.LEAST_MEMORY);
    assertThat(most)
        .isGreaterThan(RocksSpace.LEAST_MEMORY / 4)
        .isLessThan(RocksSpace.LEAST_MEMORY + RocksSpace.LEAST_MEMORY / 8);
  }

  @Test
  void shouldLeaveNoFilesBehind() throws IOException {
    // given
    SpillDb db = space.open();
    db.put(key(1), new byte[1]);
    db.flush();
    assertThat(files()).isNotEmpty();

    // when
    db.close();

    // then
    assertThat(files()).isEmpty();
  }

  @Test
  void shouldSayWhatToDoWhenTheDirectoryIsOfNoUse() throws IOException {
    // given
    Files.createFile(directory.resolve("1"));

    // when, then
    assertThatThrownBy(space::open)
        .isInstanceOf(StreamsException.class)
        .hasMessageContaining(directory.resolve("1").toString())
        .hasMessageContaining("topology.state.dir")
        .hasMessageContaining("topology.store");
  }

  @Test
  void shouldRatherFailThanReadWhatTheDiskHasSpoilt() throws IOException {
    try (SpillDb db = space.open()) {
      // given
      Random random = new Random(1);
      for (int i = 0; i < ENTRIES; i++) {
        db.put(key(i), value(random));
      }
      db.flush();

      // when
      for (Path file : files()) {
        if (file.toString().endsWith(".sst")) {
          Files.write(file, new byte[(int) Files.size(file)]);
        }
      }

      // then
      assertThatThrownBy(() -> readAll(db))
          .isInstanceOf(StreamsException.class)
          .hasMessageContaining(directory.toString());
    }
  }

  private static void readAll(SpillDb db) {
    for (int i = 0; i < ENTRIES; i++) {
      assertThat(db.get(key(i))).isNotNull();
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] key(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  private static byte[] value(Random random) {
    byte[] value = new byte[ENTRY];
    random.nextBytes(value);
    return value;
  }
}
