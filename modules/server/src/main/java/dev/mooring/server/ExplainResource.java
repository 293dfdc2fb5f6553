package dev.mooring.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.contract.Suggestions;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.Count;
import dev.mooring.metrics.Explanation;
import dev.mooring.metrics.Scope;
import dev.mooring.server.json.Json;
import dev.mooring.view.EventsView;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** The events behind a number. */
final class ExplainResource {

  private final EventsView events;

  ExplainResource(EventsView events) {
    this.events = events;
  }

  static List<Param> params() {
    return List.of(Param.day("day", "The number of this day; without it, the number in all."));
  }

  void explain(Context ctx, Scope scope) {
    String field = ctx.pathParam("field");
    var day = new Query(ctx).day("day");
    List<String> fields =
        day.isEmpty() ? Explanation.fields(scope) : Explanation.dailyFields(scope);
    if (!fields.contains(field)) {
      throw HttpProblem.notFound(
          "'" + field + "' is no count of a " + scope.word() + "'s row",
          Suggestions.nearest(field, fields));
    }
    if (Caching.unchanged(ctx, Tags.of(events.freshness().position()))) {
      return;
    }
    Explanation explanation = events.explain(new Count(scope, ctx.pathParam("id"), day, field));
    ctx.contentType(Route.JSON);
    ctx.result(Json.bytes(json -> write(json, explanation)));
  }

  private static void write(JsonGenerator json, Explanation explanation) throws IOException {
    Count count = explanation.count();
    json.writeStartObject();
    json.writeStringField("scope", count.scope().word());
    json.writeStringField("id", count.id());
    json.writeFieldName("day");
    Json.value(json, count.day().orElse(null));
    json.writeStringField("field", count.field());
    json.writeNumberField("value", explanation.value());
    json.writeArrayFieldStart("events");
    for (Event event : explanation.events()) {
      json.writeStartObject();
      json.writeFieldName("event");
      json.writeRawValue(EventJson.write(event));
      json.writeBooleanField("latest", true);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
