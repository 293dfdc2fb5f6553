package dev.mooring.topology.upgrade;

import java.util.stream.Stream;

/** Rows of two definitions must not be mixed. */
final class DefinitionRule implements Rule {

  @Override
  public Stream<Finding> findings(Build old, Build now) {
    return old.definition() == now.definition()
        ? Stream.empty()
        : Stream.of(
            Finding.replay(
                "definition",
                "of the metrics was %d, is %d: the same events come to other rows"
                    .formatted(old.definition(), now.definition())));
  }
}
