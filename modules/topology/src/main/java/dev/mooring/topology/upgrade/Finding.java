package dev.mooring.topology.upgrade;

/**
 * One difference between two builds.
 *
 * @param needs what an upgrade over it takes
 * @param part of the builds that differs: {@code state}, {@code schema mooring.events.v1-value}
 * @param why it takes that, and what to do
 */
public record Finding(Verdict needs, String part, String why) {

  static Finding rolling(String part, String why) {
    return new Finding(Verdict.ROLLING, part, why);
  }

  static Finding replay(String part, String why) {
    return new Finding(Verdict.SHADOW_REPLAY, part, why);
  }

  static Finding refused(String part, String why) {
    return new Finding(Verdict.REFUSED, part, why);
  }
}
