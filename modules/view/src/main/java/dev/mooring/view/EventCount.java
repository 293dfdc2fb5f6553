package dev.mooring.view;

import java.util.List;
import java.util.Optional;

/**
 * How many events say the same.
 *
 * @param values what they say, in the order of the dimensions asked for; empty where they say
 *     nothing
 * @param count how many they are
 */
public record EventCount(List<Optional<String>> values, long count) {

  public EventCount {
    values = List.copyOf(values);
  }
}
