package dev.mooring.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.server.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what goes wrong as {@code application/problem+json} (RFC 9457), never with a trace. */
final class Problems {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static void register(RoutesConfig routes) {
    routes.exception(HttpProblem.class, (problem, ctx) -> answer(ctx, problem));
    routes.exception(
        MethodNotAllowedResponse.class,
        (refused, ctx) ->
            answer(
                ctx,
                HttpProblem.of(
                    405, "Method not allowed", ctx.method() + " is not for " + ctx.path())));
    routes.exception(
        HttpResponseException.class,
        (refused, ctx) ->
            answer(ctx, HttpProblem.of(refused.getStatus(), "Refused", refused.getMessage())));
    routes.exception(
        EofException.class,
        (gone, ctx) -> LOG.debug("{} {}: the client is gone", ctx.method(), ctx.path(), gone));
    routes.exception(Exception.class, Problems::unexpected);
  }

  /** No route has this path; a file of the dashboard, or a state of it, may. */
  static void notFound(Context ctx, Dashboard dashboard) {
    boolean read = Set.of(HandlerType.GET, HandlerType.HEAD).contains(ctx.method());
    if (!read || !dashboard.serve(ctx)) {
      answer(
          ctx,
          HttpProblem.notFound(
              "nothing is at " + ctx.path() + "; /openapi.json tells what there is", List.of()));
    }
  }

  /** What went wrong is for the log; a stranger is told no more than that it did. */
  private static void unexpected(Exception failure, Context ctx) {
    LOG.error("{} {} failed", ctx.method(), ctx.path(), failure);
    answer(ctx, HttpProblem.of(500, "Internal error", "the server failed; its log says why"));
  }

  static void answer(Context ctx, HttpProblem problem) {
    problem.headers().forEach(ctx::header);
    ctx.status(problem.status());
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(MEDIA_TYPE);
    ctx.result(bytes(problem, ctx.path()));
  }

  static byte[] bytes(HttpProblem problem, String instance) {
    return Json.bytes(json -> write(json, problem, instance));
  }

  private static void write(JsonGenerator json, HttpProblem problem, String instance)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "about:blank");
    json.writeStringField("title", problem.title());
    json.writeNumberField("status", problem.status());
    json.writeStringField("detail", problem.getMessage());
    json.writeStringField("instance", instance);
    if (!problem.faults().isEmpty()) {
      json.writeFieldName("problems");
      faults(json, problem.faults());
    }
    if (!problem.suggestions().isEmpty()) {
      json.writeArrayFieldStart("suggestions");
      for (String suggestion : problem.suggestions()) {
        json.writeString(suggestion);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  static void faults(JsonGenerator json, List<HttpProblem.Fault> faults) throws IOException {
    json.writeStartArray();
    for (HttpProblem.Fault fault : faults) {
      json.writeStartObject();
      json.writeStringField("pointer", fault.pointer());
      json.writeStringField("value", fault.value());
      json.writeStringField("message", fault.message());
      json.writeStringField("suggestion", fault.suggestion());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
