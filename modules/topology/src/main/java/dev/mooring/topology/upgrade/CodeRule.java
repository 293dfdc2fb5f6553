package dev.mooring.topology.upgrade;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A code that was used for something else would be read wrongly, without anybody noticing. */
final class CodeRule implements Rule {

  @Override
  public Stream<Finding> findings(Build old, Build now) {
    boolean sameFormat = old.state() == now.state();
    return new TreeMap<>(old.codes())
        .entrySet().stream()
            .flatMap(
                codes ->
                    finding(
                        "codes of " + codes.getKey(),
                        codes.getValue(),
                        now.codes().getOrDefault(codes.getKey(), Map.of()),
                        sameFormat));
  }

  private static Stream<Finding> finding(
      String part, Map<String, Integer> before, Map<String, Integer> after, boolean sameFormat) {
    if (sameFormat && isReused(before, after)) {
      return Stream.of(
          Finding.refused(part, "a code means something else now, in state of the same format"));
    }
    return before.equals(after)
        ? Stream.empty()
        : Stream.of(
            Finding.replay(part, "state written with the one set stops a build of the other"));
  }

  private static boolean isReused(Map<String, Integer> before, Map<String, Integer> after) {
    Map<Integer, String> names = new HashMap<>();
    before.forEach((name, code) -> names.put(code, name));
    return after.entrySet().stream()
        .anyMatch(now -> !names.getOrDefault(now.getValue(), now.getKey()).equals(now.getKey()));
  }
}
