package dev.mooring.replay.promote;

/**
 * How far a promotion has come. Until {@link #COMMITTED} the former lane is the live one, from then
 * on the new one is. Stopped at any step and run again, a promotion goes on from there.
 */
public enum PromotionStep {
  /** It was found possible; nothing is changed yet. */
  PREPARED("possible"),

  /** Lane records say that the live lane is to drain, and which promotion is under way. */
  MARKED("live lane told to drain"),

  /** The live lane's group is empty, and no transaction of it is open. */
  DRAINED("live lane drained"),

  /** The shadow has committed all that the live lane had. */
  PASSED("shadow has passed it"),

  /** The shadow's group is empty, and no transaction of it is open. */
  STOPPED("shadow stopped"),

  /** What differs is known. */
  COMPARED("rows compared"),

  /** All is written, and nothing committed. */
  WRITTEN("difference written"),

  /** Rows and lane records are committed: the shadow's application is live. */
  COMMITTED("difference committed"),

  /** An instance runs the new live lane. */
  RUNNING("new lane runs"),

  /** What the former live lane and the shadow's topics were is removed. */
  REMOVED("former lane removed");

  private final String words;

  PromotionStep(String words) {
    this.words = words;
  }

  /** The step in words for people. */
  public String words() {
    return words;
  }
}
