package dev.mooring.server;

import dev.mooring.contract.codec.EventCsv;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Status;
import dev.mooring.server.json.Records;
import dev.mooring.view.EventPage;
import dev.mooring.view.EventQuery;
import dev.mooring.view.EventQuery.Order;
import dev.mooring.view.EventRecord;
import dev.mooring.view.EventsView;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The events behind the rows. */
final class EventsResource {

  private static final Map<String, Order> ORDERS =
      Map.of(
          "occurredAt", Order.OCCURRED,
          "-occurredAt", Order.OCCURRED_LATEST_FIRST,
          "recordedAt", Order.RECORDED,
          "-recordedAt", Order.RECORDED_LATEST_FIRST);

  private static final String TIMES = " An instant, a day or a month.";

  private final EventsView events;

  EventsResource(EventsView events) {
    this.events = events;
  }

  static List<Param> params() {
    return List.of(
        Param.text("bank", "Id of a bank."),
        Param.text("firm", "Id of a firm."),
        Param.text("city", "Id of a city."),
        Param.text("country", "ISO 3166-1 alpha-2 code."),
        Filters.param("type"),
        Filters.param("status"),
        Param.text("from", "`occurredAt` not before." + TIMES),
        Param.text("to", "`occurredAt` before, or within the day or month." + TIMES),
        Param.oneOf(
            "latest",
            "Only the revision that stands for each event; otherwise every record.",
            List.of("true", "false")),
        Param.oneOf("sort", "Default: -occurredAt.", ORDERS.keySet().stream().sorted().toList()),
        Query.LIMIT,
        Query.CURSOR,
        Query.AFTER);
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
        query.texts("type").stream().map(EventType::valueOf).collect(Collectors.toSet()),
        query.texts("status").stream().map(Status::valueOf).collect(Collectors.toSet()),
        query.text("from").map(text -> Times.begin("from", text)),
        query.text("to").map(text -> Times.end("to", text)),
        query.flag("latest", true),
        Optional.of(query.text("sort").orElse("-occurredAt")).map(ORDERS::get).orElseThrow());
  }

  static final Lists.Writer<EventRecord> WRITER =
      new Lists.Writer<>(
          Records::event, EventCsv.header(), record -> EventCsv.write(record.event()));
}
