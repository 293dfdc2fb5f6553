package dev.mooring.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Event;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class EventFieldTest {

  @Test
  void shouldWriteEveryFieldOfTheSchemaButThatAPrecisionIsPartOfItsTime() {
    List<String> fields =
        Event.getClassSchema().getFields().stream().map(Schema.Field::name).toList();

    assertThat(EventField.ALL.stream().map(EventField::name))
        .containsExactlyInAnyOrderElementsOf(
            fields.stream()
                .filter(name -> !name.equals("precision") && !name.equals("reportedPrecision"))
                .toList());
  }

  @Test
  void shouldKnowEverySymbolOfTheSchemaButTheUnrecognised() {
    for (EventField field : EventField.ALL) {
      if (field.kind() == EventField.Kind.SYMBOL) {
        Schema schema = Event.getClassSchema().getFields().get(field.position()).schema();
        Schema symbols = schema.isUnion() ? schema.getTypes().getLast() : schema;
        assertThat(field.symbols().keySet())
            .containsExactlyElementsOf(
                symbols.getEnumSymbols().subList(1, symbols.getEnumSymbols().size()));
      }
    }
  }
}
