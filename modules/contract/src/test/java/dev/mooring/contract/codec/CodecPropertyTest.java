package dev.mooring.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.EventValidator;
import dev.mooring.contract.codec.EventReading.Read;
import dev.mooring.contract.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodecPropertyTest {

  @Property(tries = 300)
  void shouldGenerateValidEvents(@ForAll("events") Event event) {
    assertThat(EventValidator.problems(event)).isEmpty();
  }

  @Property(tries = 300)
  void shouldReadFromJsonWhatWasWritten(@ForAll("events") Event event) {
    String json = EventJson.write(event);

    assertThat(json).doesNotContain("\n", "\r");
    assertThat(EventJson.read(json)).isEqualTo(new Read(1, event));
  }

  @Property(tries = 100)
  void shouldReadManyFromJsonLines(@ForAll("lists") List<Event> events) {
    String lines = events.stream().map(EventJson::write).collect(Collectors.joining("\n"));

    assertThat(Readings.events(Readings.json(lines))).isEqualTo(events);
  }

  @Property(tries = 100)
  void shouldReadManyFromAJsonArray(@ForAll("lists") List<Event> events) {
    String array =
        events.stream().map(EventJson::write).collect(Collectors.joining(",\n", "[", "]"));

    assertThat(Readings.events(Readings.json(array))).isEqualTo(events);
  }

  @Property(tries = 100)
  void shouldReadManyFromCsv(@ForAll("lists") List<Event> events) {
    assertThat(Readings.events(Readings.csv(csv(events, "\n")))).isEqualTo(events);
    assertThat(Readings.events(Readings.csv(csv(events, "\r\n")))).isEqualTo(events);
  }

  @Property(tries = 100)
  void shouldTellTheFormatByItself(@ForAll("lists") List<Event> events) {
    String json = events.stream().map(EventJson::write).collect(Collectors.joining("\n"));
    byte[] csv = csv(events, "\n").getBytes(StandardCharsets.UTF_8);

    assertThat(Readings.all(EventReaders::detect, json.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Readings.json(json));
    assertThat(Readings.events(Readings.all(EventReaders::detect, csv))).isEqualTo(events);
  }

  @Provide
  Arbitrary<Event> events() {
    return ValidEvents.any();
  }

  @Provide
  Arbitrary<List<Event>> lists() {
    return ValidEvents.any().list().ofMinSize(1).ofMaxSize(5);
  }

  private static String csv(List<Event> events, String lineEnd) {
    return events.stream()
        .map(EventCsv::write)
        .collect(Collectors.joining(lineEnd, EventCsv.header() + lineEnd, lineEnd));
  }
}
