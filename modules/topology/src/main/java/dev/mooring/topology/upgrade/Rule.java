package dev.mooring.topology.upgrade;

import java.util.stream.Stream;

/** Looks at one part of two builds. */
interface Rule {

  /** What differs in that part, in a fixed order; nothing when it is the same. */
  Stream<Finding> findings(Build old, Build now);
}
