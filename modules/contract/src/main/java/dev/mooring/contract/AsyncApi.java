package dev.mooring.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.contract.TopicSpec.Kept;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The interface of Mooring in Kafka as a document of AsyncAPI 3.0.0, made of the catalogue of
 * topics: channels, messages with their Avro schemas, and what Mooring sends and receives
 * (https://www.asyncapi.com/docs/reference/specification/v3.0.0, its Kafka bindings 0.5.0).
 */
public final class AsyncApi {

  /** Topics are of version 1; what is only added to them does not change it. */
  private static final String INTERFACE = "1.0.0";

  private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";
  private static final String KAFKA_BINDING = "0.5.0";
  private static final List<String> CLOUD_EVENTS =
      List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type");

  private final ObjectMapper json = new ObjectMapper();

  /** The document. */
  public ObjectNode document() {
    ObjectNode document = json.createObjectNode().put("asyncapi", "3.0.0");
    describe(document.putObject("info"));
    describeServer(document.putObject("servers").putObject("kafka"));
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode messages = document.putObject("components").putObject("messages");
    for (TopicSpec topic : Topics.all()) {
      describeChannel(channels.putObject(topic.name()), topic);
      describeMessage(messages.putObject(topic.name()), topic);
      describeOperation(operations, topic);
    }
    return document;
  }

  private static void describe(ObjectNode info) {
    info.put("title", "Mooring");
    info.put("version", INTERFACE);
    info.put(
        "description",
        "Follows how banks and crypto firms get tied to each other, city by city: events in, rows"
            + " out. Read with isolation.level=read_committed.");
    info.putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
  }

  private static void describeServer(ObjectNode server) {
    server.put("host", "{host}:{port}").put("protocol", "kafka");
    ObjectNode variables = server.putObject("variables");
    variables.putObject("host").put("default", "127.0.0.1");
    variables.putObject("port").put("default", "9092");
    server
        .putObject("bindings")
        .putObject("kafka")
        .put("schemaRegistryUrl", "http://127.0.0.1:8081/apis/ccompat/v7")
        .put("schemaRegistryVendor", "apicurio")
        .put("bindingVersion", KAFKA_BINDING);
  }

  private void describeChannel(ObjectNode channel, TopicSpec topic) {
    channel.put("address", topic.name());
    channel.put("description", kept(topic) + " Key: " + topic.key() + ".");
    refer(channel.putObject("messages").putObject("message"), "components/messages", topic);
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", topic.name()).put("partitions", topic.partitions());
    ObjectNode config = kafka.putObject("topicConfiguration");
    config.putArray("cleanup.policy").add(topic.config().get("cleanup.policy"));
    putNumber(config, "retention.ms", topic);
    putNumber(config, "retention.bytes", topic);
    kafka.put("bindingVersion", KAFKA_BINDING);
  }

  private static String kept(TopicSpec topic) {
    return switch (topic.kept()) {
      case Kept.ForEver() -> "Every record, for ever.";
      case Kept.For(var time) -> "Every record for %d days.".formatted(time.toDays());
      case Kept.LastOfKey() ->
          "The last record of a key stands; one without a value takes it back.";
    };
  }

  private static void putNumber(ObjectNode config, String key, TopicSpec topic) {
    String value = topic.config().get(key);
    if (value != null) {
      config.put(key, Long.parseLong(value));
    }
  }

  private void describeMessage(ObjectNode message, TopicSpec topic) {
    message.put("name", topic.schema().map(Schema::getName).orElse("Rejected"));
    topic.schema().ifPresent(schema -> describeContent(message, schema));
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka.putObject("key").put("type", "string").put("description", topic.key());
    if (topic.schema().isPresent()) {
      kafka
          .put("schemaIdLocation", "payload")
          .put("schemaIdPayloadEncoding", "confluent")
          .put("schemaLookupStrategy", "TopicIdStrategy");
    }
    kafka.put("bindingVersion", KAFKA_BINDING);
  }

  /** Dead letters have none of it: their bytes and headers are those that were received. */
  private void describeContent(ObjectNode message, Schema schema) {
    message.put("contentType", "application/avro");
    ObjectNode headers = message.putObject("headers").put("type", "object");
    CLOUD_EVENTS.forEach(
        name -> headers.withObject("/properties").putObject(name).put("type", "string"));
    describePayload(message.putObject("payload"), schema);
  }

  private void describePayload(ObjectNode payload, Schema schema) {
    try {
      payload.put("schemaFormat", AVRO).set("schema", json.readTree(schema.toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot happen: Avro writes its schemas as JSON", e);
    }
  }

  private static void describeOperation(ObjectNode operations, TopicSpec topic) {
    boolean received = topic.equals(Topics.EVENTS) || Topics.REFERENCE.contains(topic);
    ObjectNode operation =
        operations
            .putObject((received ? "receive." : "send.") + topic.name())
            .put("action", received ? "receive" : "send");
    refer(operation.putObject("channel"), "channels", topic);
  }

  private static void refer(ObjectNode from, String where, TopicSpec topic) {
    from.put("$ref", "#/" + where + "/" + topic.name());
  }
}
