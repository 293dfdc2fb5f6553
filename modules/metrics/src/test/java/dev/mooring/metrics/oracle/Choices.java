package dev.mooring.metrics.oracle;

import java.util.List;

/** Where the decisions of a generated history come from; 0 is the simplest choice. */
@FunctionalInterface
interface Choices {

  /** A number from 0 to one less than the bound. */
  int below(int bound);

  default boolean oneIn(int times) {
    return below(times) == times - 1;
  }

  default <T> T oneOf(List<T> items) {
    return items.get(below(items.size()));
  }
}
