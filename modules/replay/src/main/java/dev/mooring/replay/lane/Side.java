package dev.mooring.replay.lane;

import java.util.List;

/** One of the two lanes that are compared: the left one is what there was, usually the live one. */
enum Side {
  LEFT,
  RIGHT;

  /** In which order they are read. */
  static final List<Side> ORDER = List.of(LEFT, RIGHT);
}
