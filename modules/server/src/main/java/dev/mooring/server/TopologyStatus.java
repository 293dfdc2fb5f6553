package dev.mooring.server;

import java.time.Duration;
import java.util.Optional;

/**
 * How the topology gets on.
 *
 * @param state RUNNING, or another state of Kafka Streams' or of its group; UNKNOWN when there is
 *     no telling
 * @param lag events that it has not read yet
 * @param behind for how long there has been something that it has not read; zero when there is not,
 *     empty when there is no telling
 */
public record TopologyStatus(String state, long lag, Optional<Duration> behind) {

  /** Nothing is known of it. */
  public static final TopologyStatus UNKNOWN = new TopologyStatus("UNKNOWN", 0, Optional.empty());
}
