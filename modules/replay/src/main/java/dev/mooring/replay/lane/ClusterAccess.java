package dev.mooring.replay.lane;

import dev.mooring.registry.AvroDeserializer;
import dev.mooring.registry.AvroSerializer;
import dev.mooring.view.ViewConfig;
import java.util.HashMap;
import java.util.Map;

/**
 * How commands about lanes reach a cluster.
 *
 * @param admin settings of Kafka's admin client
 * @param view what readers are told
 * @param producer settings of Kafka's producer
 * @param applicationId application.id of the live lane, where no lane record says otherwise
 */
public record ClusterAccess(
    Map<String, Object> admin,
    ViewConfig view,
    Map<String, Object> producer,
    String applicationId) {

  public ClusterAccess {
    admin = Map.copyOf(admin);
    producer = Map.copyOf(producer);
  }

  /** A reader of lane records; whoever gets it closes it. */
  AvroDeserializer rowDeserializer() {
    Map<String, Object> settings = new HashMap<>(view.registry());
    settings.put("specific.avro.reader", true);
    AvroDeserializer deserializer = new AvroDeserializer();
    deserializer.configure(settings, false);
    return deserializer;
  }

  /** A writer of rows; whoever gets it closes it. */
  AvroSerializer rowSerializer() {
    AvroSerializer serializer = new AvroSerializer();
    serializer.configure(view.registry(), false);
    return serializer;
  }
}
