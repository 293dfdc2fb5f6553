package dev.mooring.topology.upgrade;

import java.util.stream.Stream;

/** The digest covers what no other rule names; where one has spoken, it would say nothing new. */
final class DigestRule implements Rule {

  @Override
  public Stream<Finding> findings(Build old, Build now) {
    return old.digest().equals(now.digest())
        ? Stream.empty()
        : Stream.of(
            Finding.replay(
                "digest", "rows are written otherwise: instances of both would refuse each other"));
  }
}
