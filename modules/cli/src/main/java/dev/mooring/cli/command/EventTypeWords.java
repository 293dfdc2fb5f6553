package dev.mooring.cli.command;

import dev.mooring.contract.event.EventType;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The types of events as options take them: all but the one that stands for types of the future.
 */
final class EventTypeWords implements ITypeConverter<EventType>, Iterable<String> {

  private static final List<String> WORDS =
      Stream.of(EventType.values())
          .filter(type -> type != EventType.UNRECOGNISED)
          .map(EventType::name)
          .toList();

  @Override
  public EventType convert(String text) {
    String word = text.toUpperCase(Locale.ROOT);
    if (!WORDS.contains(word)) {
      throw new TypeConversionException("no type of events");
    }
    return EventType.valueOf(word);
  }

  @Override
  public Iterator<String> iterator() {
    return WORDS.iterator();
  }
}
