package dev.mooring.registry;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * What a registry answered to a request, and what that means.
 *
 * @param hide takes secrets out of texts that are shown
 */
record RegistryAnswer(
    RegistryRequest request, URI registry, int status, String body, UnaryOperator<String> hide) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 200;

  /** The body of a success; an exception that fits, of anything else. */
  JsonNode content() {
    JsonNode json = json();
    if (status / 100 != 2) {
      throw refusal(json);
    }
    if (json.isMissingNode()) {
      throw new RegistryProtocolException(problem("its answer is no JSON: " + excerpt()));
    }
    return json;
  }

  private RegistryException refusal(JsonNode json) {
    int code = json.path("error_code").asInt(0);
    String said = hide.apply(json.path("message").asText(excerpt()));
    return switch (status) {
      case 401, 403 -> noAccess(said);
      case 409 -> incompatible(said);
      case 422 -> new InvalidSchemaException(problem(said + " (" + code + ")"));
      case 404, 405 -> notFound(code, said);
      default -> noRegistry(said);
    };
  }

  private RegistryException noAccess(String said) {
    return new RegistryAccessException(
        problem("HTTP " + status + ", " + said)
            + "; check basic.auth.credentials.source and basic.auth.user.info, or"
            + " bearer.auth.credentials.source and what it needs, or the user's rights");
  }

  private RegistryException incompatible(String said) {
    return new IncompatibleSchemaException(
        problem("incompatible with an earlier version: " + said)
            + "; only append fields with defaults, or use another subject");
  }

  /** A registry says by a code of its own that it has not what was asked for. */
  private RegistryException notFound(int code, String said) {
    if (status == 404 && code / 100 == 404) {
      return new SchemaNotFoundException(problem(said + " (" + code + ")"));
    }
    return request.mayBeUnknown()
        ? new SchemaNotFoundException(
            problem("HTTP " + status + ": this registry answers no GUIDs, as Confluent's does")
                + "; let publishers put the id before the bytes")
        : noRegistry(said);
  }

  private RegistryException noRegistry(String said) {
    return new RegistryProtocolException(
        problem("HTTP " + status + ", " + said)
            + "; check that "
            + RegistryConfig.URL
            + " is the base URL of a schema registry");
  }

  /** What went wrong, after which registry and what it was asked. */
  String problem(String what) {
    return "schema registry " + registry + " was asked to " + request.what() + ": " + what;
  }

  String excerpt() {
    String text = hide.apply(body.strip());
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  private JsonNode json() {
    try {
      JsonNode json = JSON.readTree(body);
      return json.isContainerNode() || json.isInt() ? json : MissingNode.getInstance();
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
