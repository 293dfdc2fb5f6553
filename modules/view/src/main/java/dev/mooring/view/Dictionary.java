package dev.mooring.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers for texts that come again and again. One thread adds, any may look up. */
final class Dictionary {

  /** The number of no text. */
  static final int ABSENT = 0;

  /** The number of a text that never came. */
  static final int UNKNOWN = -1;

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  /** The number of a text, a new one if need be. */
  int add(String text) {
    if (text == null) {
      return ABSENT;
    }
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    int number = numbers.size() + 1;
    numbers.put(text, number);
    return number;
  }

  /** The texts by their numbers, {@link #ABSENT} being null: all that came before the call. */
  List<String> texts() {
    Map<String, Integer> now = Map.copyOf(numbers);
    int last = now.values().stream().mapToInt(Integer::intValue).max().orElse(ABSENT);
    List<String> texts = new ArrayList<>(Collections.nCopies(last + 1, null));
    now.forEach((text, number) -> texts.set(number, text));
    return texts;
  }

  /** The number of a text, or {@link #UNKNOWN}. */
  int find(String text) {
    return numbers.getOrDefault(text, UNKNOWN);
  }
}
