package dev.mooring.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.apache.avro.Schema;

/**
 * A client of a schema registry that speaks the Confluent protocol. Ids and schemas never change
 * once given, so each is asked for once. Safe for several threads.
 *
 * <p>Every method may throw a {@link RegistryUnavailableException} (trying later may help), a
 * {@link RegistryAccessException} or a {@link RegistryProtocolException} (settings are wrong).
 */
public final class SchemaRegistryClient implements AutoCloseable {

  private record SubjectSchema(String subject, Schema schema) {}

  private final RegistryTransport transport;
  private final SchemaReader reader;
  private final Map<SchemaId, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<SubjectSchema, Integer> registered = new ConcurrentHashMap<>();
  private final Map<SubjectSchema, Integer> found = new ConcurrentHashMap<>();

  public SchemaRegistryClient(RegistryConfig config) {
    this(config, RandomGenerator.getDefault(), Thread::sleep, InstantSource.system());
  }

  SchemaRegistryClient(
      RegistryConfig config, RandomGenerator random, Retries.Sleeper sleeper, InstantSource clock) {
    this.transport = new RegistryTransport(config, new Retries(config, random, sleeper), clock);
    this.reader = new SchemaReader(transport);
  }

  /**
   * Registers a schema under a subject, which may have it already.
   *
   * @return its id
   * @throws IncompatibleSchemaException when the subject's compatibility forbids it
   * @throws InvalidSchemaException when the registry finds the schema itself wrong
   */
  public int register(String subject, Schema schema) {
    return register(subject, schema, false);
  }

  int register(String subject, Schema schema, boolean normalize) {
    return cached(
        registered,
        subject,
        schema,
        RegistryRequest.post(
            "register " + nameOf(schema) + " under subject " + subject,
            "/subjects/" + RegistryRequest.encode(subject) + "/versions" + query(normalize),
            body(schema)));
  }

  /**
   * The id of a schema that a subject has already.
   *
   * @throws SchemaNotFoundException when the subject has it not
   */
  public int lookup(String subject, Schema schema) {
    return lookup(subject, schema, false);
  }

  int lookup(String subject, Schema schema, boolean normalize) {
    return cached(
        found,
        subject,
        schema,
        RegistryRequest.post(
            "look up " + nameOf(schema) + " under subject " + subject,
            "/subjects/" + RegistryRequest.encode(subject) + query(normalize),
            body(schema)));
  }

  /** Two threads may ask at once, and get the same answer: better than to wait for each other. */
  private int cached(
      Map<SubjectSchema, Integer> cache, String subject, Schema schema, RegistryRequest request) {
    SubjectSchema key = new SubjectSchema(subject, schema);
    Integer id = cache.get(key);
    if (id == null) {
      id = intOf(transport.send(request), "id", request);
      cache.put(key, id);
    }
    return id;
  }

  /**
   * The schema that an id stands for.
   *
   * @throws SchemaNotFoundException when the registry has no Avro schema of that id
   */
  public Schema schemaById(int id) {
    return schema(new SchemaId.Numeric(id));
  }

  /**
   * The schema that an id or a GUID stands for. GUIDs are known to Confluent's registry from 8.0.
   *
   * @throws SchemaNotFoundException when the registry has no such Avro schema, or knows no GUIDs
   */
  public Schema schema(SchemaId id) {
    Schema schema = schemas.get(id);
    if (schema == null) {
      schema = reader.read(transport.send(request(id)), id.toString());
      schemas.put(id, schema);
    }
    return schema;
  }

  private static RegistryRequest request(SchemaId id) {
    String what = "find the schema of " + id;
    return switch (id) {
      case SchemaId.Numeric(int number) -> RegistryRequest.get(what, "/schemas/ids/" + number);
      case SchemaId.Guid(UUID guid) -> RegistryRequest.get(what, RegistryRequest.GUIDS + guid);
    };
  }

  /**
   * The latest version of a subject; asked for anew each time.
   *
   * @throws SchemaNotFoundException when the subject has none
   */
  public RegisteredSchema latest(String subject) {
    RegistryRequest request =
        RegistryRequest.get(
            "find the latest version of subject " + subject,
            "/subjects/" + RegistryRequest.encode(subject) + "/versions/latest");
    JsonNode answer = transport.send(request);
    return new RegisteredSchema(
        subject,
        intOf(answer, "version", request),
        intOf(answer, "id", request),
        reader.read(answer, "the latest version of subject " + subject));
  }

  /**
   * Why a schema would be refused under a subject, in the registry's words; empty when it would be
   * taken. A subject without a version takes any.
   */
  public List<String> incompatibilities(String subject, Schema schema) {
    try {
      RegistryRequest request =
          RegistryRequest.post(
              "test " + nameOf(schema) + " against subject " + subject,
              "/compatibility/subjects/"
                  + RegistryRequest.encode(subject)
                  + "/versions?verbose=true",
              body(schema));
      return messages(transport.send(request));
    } catch (SchemaNotFoundException e) {
      return List.of();
    }
  }

  private static List<String> messages(JsonNode answer) {
    if (answer.path("is_compatible").asBoolean(false)) {
      return List.of();
    }
    List<String> messages = new ArrayList<>();
    answer.path("messages").forEach(message -> messages.add(message.asText()));
    return messages.isEmpty() ? List.of("the registry gives no reason") : List.copyOf(messages);
  }

  /**
   * The compatibility in force for a subject, its own or else the global one; empty when the
   * registry tells none.
   */
  public Optional<CompatibilityLevel> compatibility(String subject) {
    RegistryRequest request =
        RegistryRequest.get(
            "tell the compatibility of subject " + subject,
            "/config/" + RegistryRequest.encode(subject) + "?defaultToGlobal=true");
    try {
      String level = transport.send(request).path("compatibilityLevel").asText();
      return Optional.of(CompatibilityLevel.valueOf(level));
    } catch (SchemaNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Sets the compatibility of a subject, which need not have a version yet. */
  public void setCompatibility(String subject, CompatibilityLevel level) {
    RegistryRequest request =
        RegistryRequest.put(
            "set the compatibility of subject " + subject + " to " + level,
            "/config/" + RegistryRequest.encode(subject),
            JsonNodeFactory.instance.objectNode().put("compatibility", level.name()));
    try {
      transport.send(request);
    } catch (IncompatibleSchemaException conflict) {
      // Apicurio: somebody else has just set it for the first time. Then it can be set again.
      transport.send(request);
    }
  }

  /** All subjects that have a version, in the order of the registry. */
  public List<String> subjects() {
    List<String> subjects = new ArrayList<>();
    transport
        .send(RegistryRequest.get("list its subjects", "/subjects"))
        .forEach(subject -> subjects.add(subject.asText()));
    return List.copyOf(subjects);
  }

  /**
   * Deletes a subject with all its versions for good; nothing to do when there is none. Schemas
   * that other subjects have too can still be found by their ids.
   */
  public void deleteSubject(String subject) {
    // The protocol wants both: what is not deleted softly before is not deleted for good.
    deleteIfThere("delete subject " + subject, subject, "");
    deleteIfThere("delete subject " + subject + " for good", subject, "?permanent=true");
    registered.keySet().removeIf(known -> known.subject().equals(subject));
    found.keySet().removeIf(known -> known.subject().equals(subject));
  }

  private void deleteIfThere(String what, String subject, String query) {
    try {
      transport.send(
          RegistryRequest.delete(what, "/subjects/" + RegistryRequest.encode(subject) + query));
    } catch (SchemaNotFoundException gone) {
      // That is what was asked for.
    }
  }

  private static JsonNode body(Schema schema) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("schema", schema.toString())
        .put("schemaType", "AVRO");
  }

  private static String query(boolean normalize) {
    return normalize ? "?normalize=true" : "";
  }

  private static String nameOf(Schema schema) {
    return "schema " + schema.getFullName();
  }

  private static int intOf(JsonNode answer, String field, RegistryRequest request) {
    if (!answer.path(field).isInt()) {
      throw new RegistryProtocolException(
          "a schema registry was asked to "
              + request.what()
              + ": its answer has no "
              + field
              + ": "
              + answer);
    }
    return answer.path(field).asInt();
  }

  /** Ends connections; requests under way fail. */
  @Override
  public void close() {
    transport.close();
  }
}
