package dev.mooring.topology.upgrade;

import java.util.ArrayList;
import java.util.List;

/** Differences of texts that are lists of lines. */
final class Lines {

  private Lines() {}

  /** The lines of the one, without white space around them, that the other does not have. */
  static List<String> only(List<String> one, List<String> other) {
    List<String> left = new ArrayList<>(one.stream().map(String::strip).toList());
    other.stream().map(String::strip).forEach(left::remove);
    return left;
  }
}
