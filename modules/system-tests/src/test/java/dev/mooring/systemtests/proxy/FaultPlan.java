package dev.mooring.systemtests.proxy;

import org.apache.kafka.common.protocol.ApiKeys;

/** Decides what happens to each request; it is asked by many threads. */
@FunctionalInterface
public interface FaultPlan {

  /** Nothing ever happens. */
  FaultPlan NONE = api -> Fault.NONE;

  /** What happens to the next request of a kind. */
  Fault next(ApiKeys api);
}
