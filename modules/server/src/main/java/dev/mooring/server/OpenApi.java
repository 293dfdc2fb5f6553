package dev.mooring.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.server.json.Json;
import dev.mooring.server.openapi.Schemas;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of routes as OpenAPI 3.1. */
final class OpenApi {

  private static final Pattern PATH_PARAM = Pattern.compile("\\{(\\w+)\\}");
  private static final String ABOUT =
      """
      Adoption of banks by crypto firms, city by city. Rows are a function of the published events \
      alone. To follow rows without a gap: connect to the stream first, read the lists when its \
      first event has come, then apply what the stream brings; a row that was read already comes \
      again, as the same row.\
      """;

  private final byte[] document;

  OpenApi(List<Route> routes, String version) {
    this.document = Json.bytes(document(routes, version));
  }

  void serve(Context ctx) {
    ctx.contentType(Route.JSON);
    ctx.result(document);
  }

  private static ObjectNode document(List<Route> routes, String version) {
    ObjectNode document = Json.object().put("openapi", "3.1.1");
    document
        .putObject("info")
        .put("title", "Mooring")
        .put("version", version)
        .put("description", ABOUT)
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", "/");
    ObjectNode paths = document.putObject("paths");
    routes.forEach(
        route -> paths.withObjectProperty(route.path()).set(method(route), operation(route)));
    ObjectNode components = document.putObject("components");
    components.set("schemas", Schemas.all());
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer");
    return document;
  }

  private static String method(Route route) {
    return route.method().name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode operation(Route route) {
    ObjectNode operation =
        Json.object().put("operationId", route.id()).put("summary", route.summary());
    ArrayNode parameters = operation.putArray("parameters");
    Matcher names = PATH_PARAM.matcher(route.path());
    while (names.find()) {
      parameters.add(pathParam(names.group(1)));
    }
    route.params().forEach(param -> parameters.add(parameter(param)));
    if (!route.body().isEmpty()) {
      operation.set("requestBody", body(route));
    }
    operation.set("responses", responses(route));
    ArrayNode security = operation.putArray("security");
    security.addObject();
    if (route.role().isPresent()) {
      security.addObject().putArray("token");
    }
    return operation;
  }

  private static ObjectNode pathParam(String name) {
    ObjectNode param = Json.object().put("name", name).put("in", "path").put("required", true);
    param.putObject("schema").put("type", "string");
    return param;
  }

  private static ObjectNode parameter(Param param) {
    ObjectNode parameter =
        Json.object()
            .put("name", param.name())
            .put("in", "query")
            .put("description", param.meaning());
    if (param.repeatable()) {
      parameter.putObject("schema").put("type", "array").set("items", param.schema());
      return parameter.put("style", "form").put("explode", true);
    }
    parameter.set("schema", param.schema());
    if (param.schema().has("items")) {
      parameter.put("style", "form").put("explode", false);
    }
    return parameter;
  }

  private static ObjectNode body(Route route) {
    ObjectNode body = Json.object().put("required", true);
    ObjectNode content = body.putObject("content");
    for (String type : route.body()) {
      ObjectNode schema = content.putObject(type).putObject("schema");
      if (type.equals(Route.JSON)) {
        ArrayNode either = schema.putArray("oneOf");
        either.add(Schemas.reference("Event"));
        either.addObject().put("type", "array").set("items", Schemas.reference("Event"));
      } else {
        schema.put("type", "string");
      }
    }
    return body;
  }

  private static ObjectNode responses(Route route) {
    ObjectNode responses = Json.object();
    for (Route.Answer answer : route.answers()) {
      ObjectNode response = responses.withObjectProperty(String.valueOf(answer.status()));
      if (!response.has("description")) {
        response.put("description", answer.meaning());
      }
      ObjectNode content = response.withObjectProperty("content").putObject(answer.mediaType());
      content.set(
          "schema",
          answer.schema().isEmpty()
              ? Json.object().put("type", "string")
              : Schemas.reference(answer.schema()));
    }
    ObjectNode problem = responses.putObject("default").put("description", "A problem (RFC 9457)");
    problem
        .putObject("content")
        .putObject(Problems.MEDIA_TYPE)
        .set("schema", Schemas.reference("Problem"));
    return responses;
  }
}
