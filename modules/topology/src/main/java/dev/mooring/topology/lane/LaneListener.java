package dev.mooring.topology.lane;

/** Is told what an instance does because lane records say so, in words for people. */
@FunctionalInterface
public interface LaneListener {

  /** Something changed, such as "lane live is DRAINING: waiting". */
  void told(String what);
}
