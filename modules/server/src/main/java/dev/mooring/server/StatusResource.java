package dev.mooring.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.server.json.Json;
import dev.mooring.view.EventQuery;
import dev.mooring.view.Freshness;
import dev.mooring.view.Snapshot;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How the server and the topology get on; and whether the server is alive and ready. */
final class StatusResource {

  private final ServerParts parts;
  private final Access access;

  StatusResource(ServerParts parts, Access access) {
    this.parts = parts;
    this.access = access;
  }

  void status(Context ctx) {
    boolean publish = access.may(ctx, Role.PUBLISH);
    noStore(ctx, Json.bytes(json -> write(json, Optional.of(publish))));
  }

  void live(Context ctx) {
    noStore(ctx, Json.bytes(json -> Json.object(json, java.util.Map.of("status", "UP"))));
  }

  void ready(Context ctx) {
    Optional<String> why = notReady();
    if (why.isPresent()) {
      throw HttpProblem.of(503, "Not ready", why.get()).header("Retry-After", "1");
    }
    live(ctx);
  }

  private Optional<String> notReady() {
    Optional<String> topology = parts.topology().get().unready();
    if (topology.isPresent()) {
      return topology.map(why -> "the topology: " + why);
    }
    Freshness rows = parts.view().freshness();
    Freshness events = parts.events().freshness();
    if (rows.trouble().isPresent()) {
      return rows.trouble();
    }
    if (events.trouble().isPresent()) {
      return events.trouble();
    }
    return rows.caughtUp() && events.caughtUp()
        ? Optional.empty()
        : Optional.of(
            "still reading: %d records of rows and %d events to go"
                .formatted(rows.lag(), events.lag()));
  }

  /** The status; whether the caller may publish is told to callers only. */
  void write(JsonGenerator json, Optional<Boolean> publish) throws IOException {
    Freshness rows = parts.view().freshness();
    Freshness events = parts.events().freshness();
    json.writeStartObject();
    json.writeStringField("version", parts.version());
    json.writeBooleanField("caughtUp", rows.caughtUp() && events.caughtUp());
    json.writeNumberField("lag", rows.lag() + events.lag());
    json.writeStringField("readAt", rows.readAt().map(Instant::toString).orElse(null));
    json.writeFieldName("topology");
    topology(json, parts.topology().get());
    json.writeStringField("trouble", rows.trouble().or(events::trouble).orElse(null));
    json.writeFieldName("counts");
    counts(json, parts.view().snapshot());
    if (publish.isPresent()) {
      json.writeBooleanField("publish", publish.get());
    }
    json.writeEndObject();
  }

  private static void topology(JsonGenerator json, TopologyStatus topology) throws IOException {
    json.writeStartObject();
    json.writeStringField("state", topology.state());
    json.writeNumberField("lag", topology.lag());
    json.writeFieldName("behindSeconds");
    Json.value(json, topology.behind().map(Duration::toSeconds).orElse(null));
    json.writeStringField("unready", topology.unready().orElse(null));
    json.writeEndObject();
  }

  private void counts(JsonGenerator json, Snapshot snapshot) throws IOException {
    json.writeStartObject();
    json.writeNumberField("banks", snapshot.bankMetrics().size());
    json.writeNumberField("cities", snapshot.cityMetrics().size());
    json.writeNumberField("moorings", snapshot.moorings().size());
    json.writeNumberField("events", parts.events().count(EventQuery.ALL));
    json.writeEndObject();
  }

  private static void noStore(Context ctx, byte[] body) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(Route.JSON);
    ctx.result(body);
  }
}
