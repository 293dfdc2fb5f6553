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
 * @param unready why the instance in this process does not do its work at present; empty when it
 *     does, or when there is none
 */
public record TopologyStatus(
    String state, long lag, Optional<Duration> behind, Optional<String> unready) {

  /** Nothing is known of it. */
  public static final TopologyStatus UNKNOWN = new TopologyStatus("UNKNOWN", 0, Optional.empty());

  /** Of a topology that runs elsewhere. */
  public TopologyStatus(String state, long lag, Optional<Duration> behind) {
    this(state, lag, behind, Optional.empty());
  }

  /** The same, of which this is known in this process. */
  public TopologyStatus here(LocalTopology local) {
    return new TopologyStatus(local.state(), lag, behind, local.unready());
  }
}
