package dev.mooring.topology.upgrade;

import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A number of a build that must stay the same: with another, what the old build left cannot be gone
 * on with.
 *
 * @param subject of a finding
 * @param what is numbered
 * @param consequence of another number
 */
record NumberRule(String subject, String what, ToIntFunction<Build> of, String consequence)
    implements Rule {

  /** Rows of two definitions must not be mixed. */
  static final Rule DEFINITION =
      new NumberRule(
          "definition", "of the metrics", Build::definition, "the same events come to other rows");

  /** State of another format cannot be gone on with. */
  static final Rule STATE =
      new NumberRule("state", "format", Build::state, "changelogs cannot be gone on with");

  @Override
  public Stream<Finding> findings(Build old, Build now) {
    int before = of.applyAsInt(old);
    int after = of.applyAsInt(now);
    return before == after
        ? Stream.empty()
        : Stream.of(
            Finding.replay(
                subject, "%s was %d, is %d: %s".formatted(what, before, after, consequence)));
  }
}
