package dev.mooring.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How to make further clients that reach the cluster as an instance of the topology does: by TLS,
 * by name.
 */
public final class StreamsClients {

  private StreamsClients() {}

  /** Settings of an admin client. */
  public static Map<String, Object> admin(TopologyConfig config) {
    return streams(config).getAdminConfigs(config.applicationId() + "-check");
  }

  /** Settings of a consumer in no group. */
  public static Map<String, Object> consumer(TopologyConfig config) {
    return streams(config).getRestoreConsumerConfigs(config.applicationId() + "-lanes");
  }

  /** Settings of a producer without transactions. */
  public static Map<String, Object> producer(TopologyConfig config) {
    return streams(config).getProducerConfigs(config.applicationId() + "-lanes");
  }

  /** A serializer of rows; its user closes it. */
  @SuppressWarnings("unchecked") // the class is named in a setting; any serializer takes objects
  public static Serializer<Object> rowSerializer(TopologyConfig config) {
    try {
      Serializer<Object> serializer = Utils.newInstance(config.rowSerializer(), Serializer.class);
      serializer.configure(config.registry(), false);
      return serializer;
    } catch (ClassNotFoundException e) {
      throw new StartupException(
          List.of(
              "value.serializer %s is not on the class path".formatted(config.rowSerializer())));
    }
  }

  private static StreamsConfig streams(TopologyConfig config) {
    Map<String, Object> settings = new HashMap<>();
    config.kafka().forEach(settings::put);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
    return new StreamsConfig(settings);
  }
}
