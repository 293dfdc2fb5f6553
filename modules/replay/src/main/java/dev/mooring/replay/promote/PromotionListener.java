package dev.mooring.replay.promote;

/** Is told how a promotion goes on, on the thread that asked for it. */
@FunctionalInterface
public interface PromotionListener {

  /** Of somebody who does not want to know. */
  PromotionListener NONE = step -> {};

  /** A step was reached. */
  void reached(PromotionStep step);
}
