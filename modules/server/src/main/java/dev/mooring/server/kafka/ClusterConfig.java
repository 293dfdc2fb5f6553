package dev.mooring.server.kafka;

import dev.mooring.publisher.PublisherConfig;
import dev.mooring.view.ViewConfig;
import java.nio.file.Path;
import java.util.Map;

/**
 * A cluster, as a server uses it.
 *
 * @param admin settings of Kafka's admin client
 * @param applicationId of the topology whose rows are shown
 * @param directory where temporary files lie, with room for all events
 */
public record ClusterConfig(
    ViewConfig view,
    PublisherConfig publisher,
    Map<String, Object> admin,
    String applicationId,
    Path directory) {

  public ClusterConfig {
    admin = Map.copyOf(admin);
  }
}
