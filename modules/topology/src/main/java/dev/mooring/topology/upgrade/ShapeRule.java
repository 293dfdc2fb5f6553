package dev.mooring.topology.upgrade;

import java.util.List;
import java.util.stream.Stream;

/** Kafka Streams finds stores and internal topics by the place of their nodes in the topology. */
final class ShapeRule implements Rule {

  @Override
  public Stream<Finding> findings(Build old, Build now) {
    List<String> gone = Lines.only(old.topology(), now.topology());
    List<String> added = Lines.only(now.topology(), old.topology());
    return gone.isEmpty() && added.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Finding.replay("topology", "without: %s; with: %s".formatted(told(gone), told(added))));
  }

  private static String told(List<String> lines) {
    return lines.isEmpty() ? "nothing" : String.join(", ", lines);
  }
}
