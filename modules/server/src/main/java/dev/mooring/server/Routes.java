package dev.mooring.server;

import dev.mooring.metrics.Scope;
import dev.mooring.server.Route.Answer;
import dev.mooring.server.rows.RowTopic;
import dev.mooring.server.stream.Hub;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of all routes: what is not here is not served, and what is here is documented. */
final class Routes {

  private static final String API = "/api/v1/";

  private final Current current;
  private final ServerParts parts;
  private final ServerConfig config;
  private final Access access;
  private final Metrics metrics;
  private final StatusResource status;
  private final Hub hub;

  Routes(
      Current current,
      ServerParts parts,
      ServerConfig config,
      Access access,
      Metrics metrics,
      StatusResource status,
      Hub hub) {
    this.current = current;
    this.parts = parts;
    this.config = config;
    this.access = access;
    this.metrics = metrics;
    this.status = status;
    this.hub = hub;
  }

  List<Route> all() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(rows());
    routes.addAll(reference());
    routes.addAll(events());
    routes.addAll(operations());
    routes.add(openApi(routes));
    return List.copyOf(routes);
  }

  /** Tells of all routes, itself among them. */
  private Route openApi(List<Route> others) {
    Route route =
        Route.read("/openapi.json", "getOpenApi", "This document", "", Routes::nothing)
            .answers(List.of(new Answer(200, Route.JSON, "", "OpenAPI 3.1")))
            .open();
    List<Route> all = new ArrayList<>(others);
    all.add(route);
    OpenApi document = new OpenApi(all, parts.version());
    return route.handle(document::serve);
  }

  private List<Route> rows() {
    RowsResource rows = new RowsResource(current);
    List<Route> routes = new ArrayList<>();
    for (RowTopic topic : RowTopic.values()) {
      routes.add(
          list(topic.path(), "list" + name(topic), topic.topic().name() + ": rows", name(topic))
              .params(RowsResource.params(topic))
              .handle(ctx -> rows.list(ctx, topic)));
    }
    for (RowTopic topic : List.of(RowTopic.BANKS, RowTopic.CITIES, RowTopic.COUNTRIES)) {
      routes.add(
          read(topic.path() + "/{id}", "get" + name(topic), "One row", name(topic))
              .params(List.of(Query.AFTER))
              .handle(ctx -> rows.one(ctx, topic)));
    }
    Map.of(RowTopic.BANKS, RowTopic.BANK_DAILY, RowTopic.CITIES, RowTopic.CITY_DAILY)
        .forEach((of, daily) -> routes.add(daily(rows, of, daily)));
    Map.of(
            RowTopic.BANKS,
            Scope.BANK,
            RowTopic.CITIES,
            Scope.CITY,
            RowTopic.COUNTRIES,
            Scope.COUNTRY)
        .forEach((of, scope) -> routes.add(explain(of, scope)));
    RankingResource ranking = new RankingResource(current);
    routes.add(
        list("ranking", "listRanking", "Cities by open accounts, then by firms banked", "Hub")
            .params(RankingResource.params())
            .handle(ranking::list));
    return routes;
  }

  private static Route daily(RowsResource rows, RowTopic of, RowTopic daily) {
    return list(
            of.path() + "/{id}/daily",
            "listDaysOf" + name(of),
            "The days of one of the " + of.path() + ", in order",
            name(daily))
        .params(RowsResource.dailyParams(daily))
        .handle(ctx -> rows.daily(ctx, daily));
  }

  private Route explain(RowTopic of, Scope scope) {
    return read(
            of.path() + "/{id}/explain/{field}",
            "explain" + name(of),
            "The events behind a number: folded alone, they make it",
            "Explanation")
        .params(
            scope == Scope.COUNTRY
                ? List.of(Query.AFTER)
                : Stream.concat(ExplainResource.params().stream(), Stream.of(Query.AFTER)).toList())
        .handle(ctx -> new ExplainResource(parts.events()).explain(ctx, scope));
  }

  private List<Route> reference() {
    ReferenceResource reference = new ReferenceResource(current);
    return List.of(
        list("reference/cities", "listCityReference", "Known cities", "City")
            .handle(reference::cities),
        list("reference/banks", "listBankReference", "Known banks", "Bank")
            .handle(reference::banks),
        list("reference/firms", "listFirmReference", "Known firms", "Firm")
            .handle(reference::firms));
  }

  private List<Route> events() {
    EventsResource events = new EventsResource(parts.events());
    PublishResource publish = new PublishResource(parts.sink(), current, config.limits());
    return List.of(
        list("events", "listEvents", "Events", "EventRecord")
            .params(EventsResource.params())
            .handle(events::list),
        list("events/count", "countEvents", "How many events, apart by what they say", "EventCount")
            .params(EventsResource.countParams())
            .handle(events::count),
        list("rejected", "listRejected", "Latest dead letters, the last one first", "Rejected")
            .params(RejectedResource.params())
            .handle(new RejectedResource(parts.rejected()::latest)::list),
        read("events", "publishEvents", "Publishes events", "Published")
            .post(PublishResource.MEDIA_TYPES)
            .answers(
                List.of(
                    new Answer(202, Route.JSON, "Published", "Kafka has acknowledged all of them"),
                    new Answer(
                        200,
                        Route.JSON,
                        "Published",
                        "Of events that came in lines (NDJSON, CSV): what became of each")))
            .handle(publish::publish),
        read("events/check", "checkEvents", "Checks events and publishes nothing", "Checked")
            .post(PublishResource.MEDIA_TYPES)
            .handle(publish::check));
  }

  private List<Route> operations() {
    return List.of(
        read("status", "getStatus", "How server and topology get on", "Status")
            .handle(status::status),
        read("stream", "follow", "Changes as they come", "")
            .params(StreamResource.params())
            .answers(
                List.of(
                    new Answer(
                        200,
                        StreamResource.EVENT_STREAM,
                        "",
                        "Server-sent events: joined, row, event, rejected, status, reset, bye")))
            .handle(new StreamResource(hub, current, access)::follow),
        Route.read("/health/live", "isLive", "The server answers", "Health", status::live).open(),
        Route.read("/health/ready", "isReady", "The rows are caught up", "Health", status::ready)
            .open(),
        Route.read("/metrics", "getMetrics", "Metrics for Prometheus", "", metrics::scrape)
            .answers(List.of(new Answer(200, "text/plain", "", "Prometheus text format"))));
  }

  private static Route read(String path, String id, String summary, String schema) {
    return Route.read(API + path, id, summary, schema, Routes::nothing);
  }

  private static Route list(String path, String id, String summary, String item) {
    return read(path, id, summary, item)
        .answers(
            List.of(
                new Answer(200, Route.JSON, item + "List", summary),
                new Answer(200, Route.NDJSON, "", "One item a line"),
                new Answer(200, Route.CSV, "", "RFC 4180, with a header")));
  }

  /** The name of a topic's rows among the schemas. */
  static String name(RowTopic topic) {
    return topic.topic().valueType().orElseThrow().getSimpleName();
  }

  private static void nothing(Context ctx) {
    throw new IllegalStateException("a route without a handler: " + ctx.path());
  }
}
