package dev.mooring.contract;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;

/** The fields of an event by their place in the schema, looked up once: validation is hot. */
final class EventFields {

  /** Stands in every enum for a value of a newer version of the schema. */
  static final String UNRECOGNISED = "UNRECOGNISED";

  /** One field. */
  record Field(String name, int position) {
    Object of(Event event) {
      return event.get(position);
    }
  }

  /** Fields that every event has. */
  static final List<Field> REQUIRED =
      Event.getClassSchema().getFields().stream()
          .filter(field -> !field.schema().isNullable())
          .map(EventFields::field)
          .toList();

  /** Fields whose value is an enum. */
  static final List<Field> ENUMS =
      Event.getClassSchema().getFields().stream()
          .filter(field -> isEnum(field.schema()))
          .map(EventFields::field)
          .toList();

  private static final Map<EventType, List<Field>> REQUIRED_BY_TYPE = table(EventRules::required);
  private static final Map<EventType, List<Field>> REFUSED_BY_TYPE = table(EventRules::refused);

  private EventFields() {}

  /** Fields that a type requires beyond those of every event. */
  static List<Field> required(EventType type) {
    return REQUIRED_BY_TYPE.getOrDefault(type, List.of());
  }

  /** Fields that a type refuses. */
  static List<Field> refused(EventType type) {
    return REFUSED_BY_TYPE.getOrDefault(type, List.of());
  }

  private static Field field(Schema.Field field) {
    return new Field(field.name(), field.pos());
  }

  private static boolean isEnum(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream().anyMatch(EventFields::isEnum)
        : schema.getType() == Schema.Type.ENUM;
  }

  private static Map<EventType, List<Field>> table(
      Function<EventRules, Collection<String>> fieldsOf) {
    Map<EventType, List<Field>> table = new EnumMap<>(EventType.class);
    Arrays.stream(EventType.values())
        .forEach(
            type ->
                EventRules.of(type)
                    .ifPresent(rules -> table.put(type, fields(fieldsOf.apply(rules)))));
    return table;
  }

  private static List<Field> fields(Collection<String> names) {
    return names.stream()
        .sorted()
        .map(Event.getClassSchema()::getField)
        .map(EventFields::field)
        .toList();
  }
}
