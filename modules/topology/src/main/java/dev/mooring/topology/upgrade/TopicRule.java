package dev.mooring.topology.upgrade;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Topics stay where they are, with records where they were and as long as they were. */
final class TopicRule implements Rule {

  @Override
  public Stream<Finding> findings(Build old, Build now) {
    return Stream.concat(kept(old.topics(), now.topics()), added(old.topics(), now.topics()));
  }

  private static Stream<Finding> kept(Map<String, String> before, Map<String, String> after) {
    return new TreeMap<>(before)
        .entrySet().stream()
            .filter(topic -> !topic.getValue().equals(after.get(topic.getKey())))
            .map(
                topic ->
                    finding(part(topic.getKey()), topic.getValue(), after.get(topic.getKey())));
  }

  private static Finding finding(String part, String before, String after) {
    return after == null
        ? Finding.refused(part, "the new build has none of that name: its users lose it")
        : Finding.refused(part, "was %s, is %s".formatted(before, after));
  }

  private static Stream<Finding> added(Map<String, String> before, Map<String, String> after) {
    return after.keySet().stream()
        .filter(name -> !before.containsKey(name))
        .sorted()
        .map(name -> Finding.rolling(part(name), "new: run `mooring topics apply` first"));
  }

  private static String part(String name) {
    return "topic " + name;
  }
}
