package dev.mooring.server;

import dev.mooring.contract.codec.EventCsv;
import dev.mooring.contract.codec.RowCsv;
import dev.mooring.contract.event.CityBasis;
import dev.mooring.contract.event.DateBasis;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Status;
import dev.mooring.server.json.Json;
import dev.mooring.server.json.Records;
import dev.mooring.view.EventCount;
import dev.mooring.view.EventDimension;
import dev.mooring.view.EventPage;
import dev.mooring.view.EventQuery;
import dev.mooring.view.EventQuery.Order;
import dev.mooring.view.EventRecord;
import dev.mooring.view.EventsView;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events behind the rows. */
final class EventsResource {

  private static final Map<String, Order> ORDERS =
      Map.of(
          "occurredAt", Order.OCCURRED,
          "-occurredAt", Order.OCCURRED_LATEST_FIRST,
          "recordedAt", Order.RECORDED,
          "-recordedAt", Order.RECORDED_LATEST_FIRST);

  private static final int MOST_COUNTS = 10_000;

  private static final String TIMES = " An instant, a day or a month.";

  private final EventsView events;

  EventsResource(EventsView events) {
    this.events = events;
  }

  static List<Param> params() {
    List<Param> params = new ArrayList<>(filters());
    params.add(
        Param.oneOf("sort", "Default: -occurredAt.", ORDERS.keySet().stream().sorted().toList()));
    params.addAll(List.of(Query.LIMIT, Query.CURSOR, Query.AFTER));
    return params;
  }

  static List<Param> countParams() {
    List<Param> params = new ArrayList<>(filters());
    params.add(
        Param.listOf(
            "by",
            "Counts apart by these fields; without it, all in one. At most "
                + MOST_COUNTS
                + " counts.",
            Arrays.stream(EventDimension.values()).map(EventDimension::field).toList()));
    params.add(Query.AFTER);
    return params;
  }

  private static List<Param> filters() {
    return List.of(
        Param.text("bank", "Id of a bank."),
        Param.text("firm", "Id of a firm."),
        Param.text("city", "Id of a city."),
        Param.text("country", "ISO 3166-1 alpha-2 code."),
        Filters.param("type"),
        Filters.param("status"),
        Filters.param("cityBasis"),
        Filters.param("dateBasis"),
        Filters.param("precision"),
        Param.text("from", "`occurredAt` not before." + TIMES),
        Param.text("to", "`occurredAt` before, or within the day or month." + TIMES),
        Param.oneOf(
            "latest",
            "Only the revision that stands for each event; otherwise every record.",
            List.of("true", "false")));
  }

  /** How many events there are, apart by what they say. */
  void count(Context ctx) {
    Format format = Format.of(ctx.header("Accept"));
    if (Caching.unchanged(ctx, Tags.of(events.freshness().position()) + format.name().charAt(0))) {
      return;
    }
    Query query = new Query(ctx);
    List<String> by =
        query.text("by").map(text -> text.split(",")).map(Arrays::asList).orElse(List.of());
    List<EventCount> counts;
    try {
      counts = events.count(asked(query), dimensions(by), MOST_COUNTS);
    } catch (IllegalArgumentException wrong) {
      throw HttpProblem.badRequest(wrong.getMessage());
    }
    List<String> header = Stream.concat(by.stream(), Stream.of("count")).toList();
    Lists.write(
        ctx,
        format,
        counts.stream().map(count -> told(count, by)).toList(),
        Optional.empty(),
        new Lists.Writer<>(Json::object, RowCsv.header(header), RowCsv::write));
  }

  private static List<EventDimension> dimensions(List<String> by) {
    if (by.size() != Set.copyOf(by).size()) {
      throw HttpProblem.badRequest("by: '%s' names a field twice".formatted(String.join(",", by)));
    }
    return by.stream().map(field -> EventDimension.ofField(field).orElseThrow()).toList();
  }

  private static Map<String, Object> told(EventCount count, List<String> by) {
    Map<String, Object> told = new LinkedHashMap<>();
    for (int i = 0; i < by.size(); i++) {
      told.put(by.get(i), count.values().get(i).orElse(null));
    }
    told.put("count", count.count());
    return told;
  }

  void list(Context ctx) {
    Format format = Format.of(ctx.header("Accept"));
    if (Caching.unchanged(ctx, Tags.of(events.freshness().position()) + format.name().charAt(0))) {
      return;
    }
    Query query = new Query(ctx);
    EventPage page;
    try {
      page = events.find(asked(query), query.text("cursor"), query.limit());
    } catch (IllegalArgumentException wrong) {
      throw HttpProblem.badRequest("cursor: " + wrong.getMessage());
    }
    Lists.write(ctx, format, page.events(), page.next(), WRITER);
  }

  private static EventQuery asked(Query query) {
    return new EventQuery(
        query.text("bank"),
        query.text("firm"),
        query.text("city"),
        query.text("country"),
        symbols(query, "type", EventType::valueOf),
        symbols(query, "status", Status::valueOf),
        new EventQuery.Exactness(
            symbols(query, "cityBasis", CityBasis::valueOf),
            symbols(query, "dateBasis", DateBasis::valueOf),
            symbols(query, "precision", Precision::valueOf)),
        query.text("from").map(text -> Times.begin("from", text)),
        query.text("to").map(text -> Times.end("to", text)),
        query.flag("latest", true),
        Optional.of(query.text("sort").orElse("-occurredAt")).map(ORDERS::get).orElseThrow());
  }

  private static <E> Set<E> symbols(Query query, String name, Function<String, E> symbol) {
    return query.texts(name).stream().map(symbol).collect(Collectors.toSet());
  }

  static final Lists.Writer<EventRecord> WRITER =
      new Lists.Writer<>(
          Records::event, EventCsv.header(), record -> EventCsv.write(record.event()));
}
