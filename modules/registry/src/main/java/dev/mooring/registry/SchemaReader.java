package dev.mooring.registry;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Makes Avro schemas of a registry's answers, with the schemas of other subjects that they use. */
final class SchemaReader {

  private final RegistryTransport transport;

  SchemaReader(RegistryTransport transport) {
    this.transport = transport;
  }

  /**
   * The schema of an answer.
   *
   * @throws SchemaNotFoundException when it is no Avro schema
   */
  Schema read(JsonNode answer, String what) {
    String type = answer.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw new SchemaNotFoundException(what + " is a " + type + " schema, should be AVRO");
    }
    try {
      return parse(answer, parser());
    } catch (SchemaParseException e) {
      throw new SchemaNotFoundException(what + " is no valid Avro schema: " + e.getMessage());
    }
  }

  /** Defaults of schemas that others wrote are taken as they are: a reader may not need them. */
  private static Schema.Parser parser() {
    return new Schema.Parser().setValidateDefaults(false);
  }

  private Schema parse(JsonNode answer, Schema.Parser parser) {
    for (JsonNode reference : answer.path("references")) {
      if (!parser.getTypes().containsKey(reference.path("name").asText())) {
        parse(referred(reference), parser);
      }
    }
    return parser.parse(answer.path("schema").asText());
  }

  private JsonNode referred(JsonNode reference) {
    String subject = reference.path("subject").asText();
    int version = reference.path("version").asInt();
    return transport.send(
        RegistryRequest.get(
            "find version " + version + " of subject " + subject,
            "/subjects/" + RegistryRequest.encode(subject) + "/versions/" + version));
  }
}
