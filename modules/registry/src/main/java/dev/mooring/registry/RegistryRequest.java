package dev.mooring.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One request of the protocol.
 *
 * @param what what it is to do, as errors say it
 * @param method of HTTP
 * @param path below the base URL, encoded
 * @param body what is sent along
 */
record RegistryRequest(String what, String method, String path, Optional<JsonNode> body) {

  /** Where GUIDs are asked for; not every registry has it. */
  static final String GUIDS = "/schemas/guids/";

  /** Whether a registry may be right and yet not know such a request. */
  boolean mayBeUnknown() {
    return path.startsWith(GUIDS);
  }

  static RegistryRequest get(String what, String path) {
    return new RegistryRequest(what, "GET", path, Optional.empty());
  }

  static RegistryRequest post(String what, String path, JsonNode body) {
    return new RegistryRequest(what, "POST", path, Optional.of(body));
  }

  static RegistryRequest put(String what, String path, JsonNode body) {
    return new RegistryRequest(what, "PUT", path, Optional.of(body));
  }

  static RegistryRequest delete(String what, String path) {
    return new RegistryRequest(what, "DELETE", path, Optional.empty());
  }

  /** A subject as a segment of a path. */
  static String encode(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
