package dev.mooring.view;

import dev.mooring.contract.event.CityBasis;
import dev.mooring.contract.event.DateBasis;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Status;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers for the values of an enum, in their order. They are for this process only. */
final class EnumNumbers<E extends Enum<E>> {

  static final EnumNumbers<EventType> TYPES = new EnumNumbers<>(EventType.class);
  static final EnumNumbers<Status> STATUSES = new EnumNumbers<>(Status.class);
  static final EnumNumbers<CityBasis> CITY_BASES = new EnumNumbers<>(CityBasis.class);
  static final EnumNumbers<DateBasis> DATE_BASES = new EnumNumbers<>(DateBasis.class);
  static final EnumNumbers<Precision> PRECISIONS = new EnumNumbers<>(Precision.class);

  private final Map<E, Byte> numbers;

  private EnumNumbers(Class<E> type) {
    this.numbers = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      numbers.put(value, (byte) numbers.size());
    }
  }

  /** The values' names by number. */
  List<String> names() {
    return numbers.keySet().stream().map(Enum::name).toList();
  }

  byte of(E value) {
    return numbers.get(value);
  }

  /** A bit for each value; all bits when there is none. */
  long bits(Set<E> values) {
    return values.isEmpty()
        ? ~0L
        : values.stream().mapToLong(value -> 1L << of(value)).reduce(0, (a, b) -> a | b);
  }
}
