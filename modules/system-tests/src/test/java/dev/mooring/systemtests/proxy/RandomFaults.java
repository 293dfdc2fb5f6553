package dev.mooring.systemtests.proxy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.protocol.ApiKeys;

/** Faults at random, in a share of the requests of some kinds, and how often each has happened. */
public final class RandomFaults implements FaultPlan {

  private final Random random;
  private final double share;
  private final Map<ApiKeys, List<Fault>> faults;
  private final Map<String, Integer> happened = new TreeMap<>();

  /**
   * Faults.
   *
   * @param share of the requests that something happens to, from 0 to 1
   * @param faults what may happen to requests of a kind; nothing happens to others
   */
  public RandomFaults(long seed, double share, Map<ApiKeys, List<Fault>> faults) {
    this.random = new Random(seed);
    this.share = share;
    this.faults = new EnumMap<>(faults);
  }

  @Override
  public synchronized Fault next(ApiKeys api) {
    List<Fault> choice = faults.getOrDefault(api, List.of());
    if (choice.isEmpty() || random.nextDouble() >= share) {
      return Fault.NONE;
    }
    Fault fault = choice.get(random.nextInt(choice.size()));
    happened.merge(api.name() + " " + fault, 1, Integer::sum);
    return fault;
  }

  /** How often each fault has happened. */
  public synchronized Map<String, Integer> happened() {
    return Map.copyOf(happened);
  }
}
