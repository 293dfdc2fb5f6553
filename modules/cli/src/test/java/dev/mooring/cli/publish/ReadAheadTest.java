package dev.mooring.cli.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReading;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadAheadTest {

  private static final long MANY = 20_000;

  @Test
  void shouldGiveEverythingInItsOrder() {
    // given
    ReadAhead ahead = ReadAhead.of(reader(LongStream.rangeClosed(1, MANY).mapToObj(this::line)));

    // when
    List<Long> lines = lines(ahead);

    // then
    assertThat(lines).hasSize((int) MANY).isSorted();
  }

  @Test
  void shouldGiveWhatStandsBeforeAFailureAndThenFail() {
    // given
    Stream<EventReading> broken =
        LongStream.rangeClosed(1, 301)
            .mapToObj(
                number -> {
                  if (number > 300) {
                    throw new UncheckedIOException(new java.io.IOException("disk gone"));
                  }
                  return line(number);
                });
    ReadAhead ahead = ReadAhead.of(reader(broken));

    // when
    for (long number = 1; number <= 300; number++) {
      assertThat(ahead.next().line()).isEqualTo(number);
    }

    // then
    assertThatThrownBy(ahead::hasNext).hasMessageContaining("disk gone");
  }

  @Test
  void shouldPassOnWhatComesSlowly() {
    // given
    BlockingQueue<EventReading> pipe = new LinkedBlockingQueue<>();
    ReadAhead ahead = ReadAhead.of(reader(Stream.generate(taking(pipe))));

    // when
    pipe.add(line(1));

    // then
    assertThat(ahead.next().line()).isEqualTo(1);
  }

  @Test
  void shouldReadNoFurtherWhenClosed() {
    // given
    ReadAhead ahead =
        ReadAhead.of(reader(LongStream.range(1, Long.MAX_VALUE).mapToObj(this::line)));

    // when
    ahead.next();
    ahead.close();

    // then
    assertThat(lines(ahead).size()).isLessThan(100_000);
  }

  @Test
  void shouldCloseTheReaderThatNobodyReadsAnyMore() {
    // given
    EndlessReader endless = new EndlessReader();
    ReadAhead ahead = ReadAhead.of(endless);
    ahead.next();

    // when
    ahead.close();

    // then
    assertThat(endless.closed).as("closed").isTrue();
    assertThat(endless.readAfterwards).as("read after it was closed").isFalse();
  }

  @Test
  void shouldNotWaitForAPipeWhenClosed() {
    // given
    BlockingQueue<EventReading> silent = new LinkedBlockingQueue<>();
    ReadAhead ahead = ReadAhead.of(reader(Stream.generate(taking(silent))));

    // when
    ahead.close();

    // then
    assertThat(silent).isEmpty();
  }

  /** Fields are volatile: two threads use it. */
  private static final class EndlessReader implements EventReader {

    private volatile boolean closed;
    private volatile boolean readAfterwards;

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public EventReading next() {
      readAfterwards |= closed;
      return new EventReading.Unreadable(1, "", List.of());
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static List<Long> lines(ReadAhead ahead) {
    List<Long> lines = new java.util.ArrayList<>();
    ahead.forEachRemaining(reading -> lines.add(reading.line()));
    return lines;
  }

  private EventReading line(long number) {
    return new EventReading.Unreadable(number, "", List.of());
  }

  private static Supplier<EventReading> taking(BlockingQueue<EventReading> pipe) {
    return () -> {
      try {
        return pipe.take();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static EventReader reader(Stream<EventReading> readings) {
    Iterator<EventReading> iterator = readings.iterator();
    return new EventReader() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public EventReading next() {
        return iterator.next();
      }

      @Override
      public void close() {}
    };
  }
}
