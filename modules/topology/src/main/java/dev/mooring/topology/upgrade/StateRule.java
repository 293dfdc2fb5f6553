package dev.mooring.topology.upgrade;

import java.util.stream.Stream;

/** State of another format cannot be gone on with. */
final class StateRule implements Rule {

  @Override
  public Stream<Finding> findings(Build old, Build now) {
    return old.state() == now.state()
        ? Stream.empty()
        : Stream.of(
            Finding.replay(
                "state",
                "format was %d, is %d: changelogs cannot be gone on with"
                    .formatted(old.state(), now.state())));
  }
}
