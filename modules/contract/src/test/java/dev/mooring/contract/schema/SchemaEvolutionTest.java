package dev.mooring.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The build check of {@code schemas/}: see the README there. */
class SchemaEvolutionTest {

  /** The fields that metrics read, in the order in which Avro compares them. */
  private static final List<String> LEADING_FIELDS =
      List.of(
          "id",
          "revision",
          "bank",
          "firm",
          "reportedAt",
          "status",
          "type",
          "occurredAt",
          "precision",
          "city",
          "country",
          "outcome",
          "change",
          "reason",
          "stance",
          "position",
          "programme",
          "tone");

  @ParameterizedTest
  @MethodSource("names")
  void shouldBeReadableByEveryVersionAndReadEveryVersion(String name) {
    Schema current = SchemaFiles.parse(SchemaFiles.current(name));

    List<String> versions = SchemaFiles.versions(name);

    for (int i = 0; i < versions.size(); i++) {
      assertThat(SchemaEvolution.problems(SchemaFiles.parse(versions.get(i)), current))
          .as("schemas/%s.avsc against version %d", name, i + 1)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldBeKeptAsItsNewestVersion(String name) {
    String newest = SchemaFiles.versions(name).getLast();

    assertThat(SchemaChecks.meaning(SchemaFiles.current(name)))
        .as("schemas/%s.avsc has changed: keep it as a new version too", name)
        .isEqualTo(SchemaChecks.meaning(newest));
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldBeDocumentedAndAbleToGrow(String name) {
    assertThat(SchemaChecks.shape(SchemaFiles.parse(SchemaFiles.current(name)))).isEmpty();
  }

  @Test
  void shouldLoseNoSchema() {
    assertThat(SchemaFiles.names()).isEqualTo(SchemaFiles.namesOfKept());
  }

  @Test
  void shouldBeTheSchemasOfTheTopics() {
    assertThat(Topics.all().stream().flatMap(topic -> topic.schema().stream()).map(Schema::getName))
        .containsExactlyInAnyOrderElementsOf(SchemaFiles.names());
  }

  @Test
  void shouldCompareTheFieldsThatMetricsReadFirst() {
    assertThat(Event.getClassSchema().getFields().stream().map(Schema.Field::name))
        .startsWith(LEADING_FIELDS.toArray(String[]::new));
  }

  static List<String> names() {
    return SchemaFiles.names();
  }
}
