package dev.mooring.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class PlainTimeTest {

  @Property
  void shouldReadAsTheJdkDoes(
      @ForAll @IntRange(max = 9999) int year,
      @ForAll @IntRange(max = 13) int month,
      @ForAll @IntRange(max = 32) int day,
      @ForAll @IntRange(max = 24) int hour,
      @ForAll @IntRange(max = 60) int minute,
      @ForAll @IntRange(max = 60) int second,
      @ForAll @IntRange(max = 999) int milli) {
    String date = "%04d-%02d-%02d".formatted(year, month, day);
    String time = "T%02d:%02d:%02d".formatted(hour, minute, second);

    shouldReadAsTheJdkDoes(date.substring(0, 7));
    shouldReadAsTheJdkDoes(date);
    shouldReadAsTheJdkDoes(date + time + "Z");
    shouldReadAsTheJdkDoes(date + time + ".%03dZ".formatted(milli));
    shouldReadAsTheJdkDoes(date + time + "+01");
  }

  @Property
  void shouldWriteAsTheJdkDoes(
      @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long second,
      @ForAll @IntRange(max = 999) int milli,
      @ForAll @IntRange(max = 999_999_999) int nano) {
    shouldWriteAsTheJdkDoes(Instant.ofEpochSecond(second));
    shouldWriteAsTheJdkDoes(Instant.ofEpochSecond(second, milli * 1_000_000L));
    shouldWriteAsTheJdkDoes(Instant.ofEpochSecond(second, nano));
  }

  @Property
  void shouldRefuseWhatTheJdkRefuses(
      @ForAll
          @StringLength(min = 7, max = 24)
          @CharRange(from = '0', to = '9')
          @CharRange(from = '-', to = ':')
          @CharRange(from = 'T', to = 'Z')
          String text) {
    shouldReadAsTheJdkDoes(text);
  }

  @Property
  void shouldNotBeMisledByOneWrongCharacter(
      @ForAll @IntRange(max = 23) int at, @ForAll @CharRange(from = ' ', to = 'z') char wrong) {
    StringBuilder text = new StringBuilder("2024-02-29T23:59:58.123Z");
    text.setCharAt(at, wrong);

    shouldReadAsTheJdkDoes(text.toString());
  }

  private static void shouldReadAsTheJdkDoes(String text) {
    EventTime plain = PlainTime.parse(text);

    if (plain != null) {
      assertThat(Optional.of(plain)).as(text).isEqualTo(EventTime.parseByTheJdk(text));
    }
    assertThat(EventTime.parse(text)).as(text).isEqualTo(EventTime.parseByTheJdk(text));
  }

  private static void shouldWriteAsTheJdkDoes(Instant time) {
    assertThat(EventTime.text(time)).isEqualTo(time.toString());
  }
}
