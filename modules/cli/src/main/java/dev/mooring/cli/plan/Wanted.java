package dev.mooring.cli.plan;

import dev.mooring.contract.TopicSpec;
import java.util.List;

/**
 * What a cluster should have.
 *
 * @param catalogue the topics
 * @param partitions of topics that are made, where there is no events topic yet
 * @param replication copies of each topic; -1 leaves it to the broker
 * @param application the application.id whose internal topics are looked at, where there are some
 * @param mayRegister whether schemas may be registered from here
 */
public record Wanted(
    List<TopicSpec> catalogue,
    int partitions,
    short replication,
    String application,
    boolean mayRegister) {

  public Wanted {
    catalogue = List.copyOf(catalogue);
  }
}
