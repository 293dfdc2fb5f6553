package dev.mooring.topology.upgrade;

/** How one build may take the place of another; the later outweighs the earlier. */
public enum Verdict {
  /** Instance by instance, while the others go on. */
  ROLLING,
  /** The new build replays history in a shadow lane, which is then promoted. */
  SHADOW_REPLAY,
  /** Not at all: somebody would lose something, or read it wrongly. */
  REFUSED
}
