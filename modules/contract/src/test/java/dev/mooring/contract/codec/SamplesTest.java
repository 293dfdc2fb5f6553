package dev.mooring.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.EventNormalizer;
import dev.mooring.contract.EventValidator;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {

  private static final Path SAMPLES = Path.of("../../samples");

  @ParameterizedTest
  @CsvSource({"history.jsonl, 112", "article.jsonl, 10"})
  void shouldReadEverySampleEvent(String file, int count) throws IOException {
    byte[] bytes = Files.readAllBytes(SAMPLES.resolve(file));

    List<Event> events = Readings.events(Readings.all(EventReaders::detect, bytes));

    assertThat(events).hasSize(count);
    String csv =
        events.stream()
            .map(EventCsv::write)
            .collect(Collectors.joining("\n", EventCsv.header() + "\n", ""));
    assertThat(Readings.events(Readings.csv(csv))).isEqualTo(events);
  }

  @ParameterizedTest
  @CsvSource({"history.jsonl", "article.jsonl"})
  void shouldKnowEveryCityOfTheSamples(String file) throws IOException {
    CityReference cities = CityReference.shipped();
    byte[] bytes = Files.readAllBytes(SAMPLES.resolve(file));
    EventNormalizer normalizer = new EventNormalizer(cities::country);

    for (Event event : Readings.events(Readings.all(EventReaders::detect, bytes))) {
      Event normal = normalizer.normalize(event);
      assertThat(cities.problems(normal)).isEmpty();
      assertThat(EventValidator.problems(normal)).isEmpty();
      assertThat(normal.getCity() == null || normal.getCountry() != null).isTrue();
    }
  }
}
