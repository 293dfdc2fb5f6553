package dev.mooring.server;

import dev.mooring.contract.Suggestions;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.server.json.Json;
import dev.mooring.server.rows.Fields;
import dev.mooring.server.rows.Pages;
import dev.mooring.server.rows.RowFilter;
import dev.mooring.server.rows.RowTopic;
import dev.mooring.server.rows.Sort;
import dev.mooring.view.Row;
import dev.mooring.view.Table;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Rows of the metric topics: lists of them, and one by its id. */
final class RowsResource {

  private final Current current;

  RowsResource(Current current) {
    this.current = current;
  }

  /** The rows of a topic. */
  void list(Context ctx, RowTopic topic) {
    Query query = new Query(ctx);
    list(ctx, topic, query.filters(filters(topic)));
  }

  /** The daily rows of one bank or city. */
  void daily(Context ctx, RowTopic topic) {
    String field = topic.keyFields().getFirst();
    Map<String, Set<String>> asked = new HashMap<>(new Query(ctx).filters(List.of("from", "to")));
    asked.put(field, Set.of(ctx.pathParam("id")));
    list(ctx, topic, asked);
  }

  /** One row. */
  void one(Context ctx, RowTopic topic) throws IOException {
    String id = ctx.pathParam("id");
    SnapshotState state = current.get();
    if (Caching.unchanged(ctx, state.tag())) {
      return;
    }
    byte[] body = state.answer(topic.path() + "/" + id, () -> row(topic, id, state));
    answer(ctx, body);
  }

  /** What is not compressed need not be copied. */
  private static void answer(Context ctx, byte[] body) throws IOException {
    ctx.contentType(Route.JSON);
    if (body.length < MooringServer.MIN_GZIP_BYTES) {
      ctx.res().setContentLength(body.length);
      ctx.res().getOutputStream().write(body);
    } else {
      ctx.result(body);
    }
  }

  /** What a list of a topic can be filtered by. */
  static List<String> filters(RowTopic topic) {
    List<String> filters = new ArrayList<>(topic.filters());
    filters.addAll(moored(topic));
    return filters;
  }

  /** Banks and cities are asked for by who is moored there, too. */
  static List<String> moored(RowTopic topic) {
    return switch (topic) {
      case BANKS -> List.of("firm", "city");
      case CITIES -> List.of("bank", "firm");
      default -> List.of();
    };
  }

  private void list(Context ctx, RowTopic topic, Map<String, Set<String>> asked) {
    Format format = Format.of(ctx.header("Accept"));
    SnapshotState state = current.get();
    if (Caching.unchanged(ctx, state.tag() + format.name().charAt(0))) {
      return;
    }
    RowFilter filter = new RowFilter(topic, byMoorings(topic, asked, state), state::geography);
    page(ctx, format, state, filter, topic.table(state.snapshot()));
  }

  private <R extends SpecificRecord> void page(
      Context ctx, Format format, SnapshotState state, RowFilter filter, Table<R> table) {
    Query query = new Query(ctx);
    Pages.Page<R> page;
    Fields fields;
    try {
      fields = fields(query, filter, format);
      page =
          Pages.page(
              table, filter, query.text("sort").orElse(""), query.text("cursor"), query.limit());
    } catch (IllegalArgumentException wrong) {
      throw HttpProblem.badRequest(wrong.getMessage());
    }
    Lists.write(ctx, format, page.rows(), page.next(), writer(fields, state));
  }

  private static Fields fields(Query query, RowFilter filter, Format format) {
    RowTopic topic = filter.topic();
    Optional<Fields> asked = query.text("fields").map(text -> Fields.parse(text, topic));
    if (format == Format.CSV
        && asked.map(Fields::names).orElse(List.of()).contains(Fields.RATIOS)) {
      throw new IllegalArgumentException("fields: 'ratios' should be left out: CSV has none");
    }
    return asked.orElseGet(() -> Fields.all(topic));
  }

  private static <R extends SpecificRecord> Lists.Writer<Row<R>> writer(
      Fields fields, SnapshotState state) {
    return new Lists.Writer<>(
        (json, row) -> fields.json(json, row.value(), state::ratios),
        fields.csvHeader(),
        row -> fields.csv(row.value()));
  }

  private static byte[] row(RowTopic topic, String id, SnapshotState state) {
    Table<? extends SpecificRecord> table = topic.table(state.snapshot());
    SpecificRecord row = table.get(id).map(SpecificRecord.class::cast).orElse(null);
    if (row == null) {
      throw notFound(topic.keyFields().getFirst(), id, table);
    }
    return Json.bytes(json -> Fields.all(topic).json(json, row, state::ratios));
  }

  private static HttpProblem notFound(String kind, String id, Table<?> table) {
    List<String> known = table.rows().map(Row::key).toList();
    return HttpProblem.notFound(
        "no " + kind + " '" + id + "' has a row", Suggestions.nearest(id, known));
  }

  /** Turns "moored with this firm" into the ids that are. */
  private static Map<String, Set<String>> byMoorings(
      RowTopic topic, Map<String, Set<String>> asked, SnapshotState state) {
    Map<String, Set<String>> places = new HashMap<>(asked);
    places.keySet().retainAll(moored(topic));
    if (places.isEmpty()) {
      return asked;
    }
    Function<MooringRow, String> id =
        topic == RowTopic.BANKS ? MooringRow::getBank : mooring -> city(mooring);
    Set<String> ids = new HashSet<>();
    new RowFilter(RowTopic.MOORINGS, places, state::geography)
        .of(state.snapshot().moorings(), null)
        .forEach(row -> ids.add(id.apply(row.value())));
    Map<String, Set<String>> narrowed = new HashMap<>(asked);
    narrowed.keySet().removeAll(moored(topic));
    String field = topic.keyFields().getFirst();
    ids.retainAll(asked.getOrDefault(field, ids));
    narrowed.put(field, ids);
    return narrowed;
  }

  private static String city(MooringRow mooring) {
    return mooring.getCity() == null ? "-" : mooring.getCity();
  }

  /** The parameters of a list of a topic. */
  static List<Param> params(RowTopic topic) {
    List<Param> params = new ArrayList<>();
    filters(topic).forEach(name -> params.add(Filters.param(name)));
    params.add(sort(topic));
    params.add(fields(topic));
    params.addAll(List.of(Query.LIMIT, Query.CURSOR, Query.AFTER));
    return params;
  }

  /** The parameters of the daily rows of one bank or city. */
  static List<Param> dailyParams(RowTopic topic) {
    return List.of(
        Filters.param("from"),
        Filters.param("to"),
        sort(topic),
        fields(topic),
        Query.LIMIT,
        Query.CURSOR,
        Query.AFTER);
  }

  private static Param fields(RowTopic topic) {
    return Param.listOf(
        "fields",
        "Only these fields of each row, in this order. Default: all.",
        Fields.all(topic).names());
  }

  private static Param sort(RowTopic topic) {
    List<String> words = new ArrayList<>();
    for (String field : Sort.fields(topic.schema())) {
      words.add(field);
      words.add("-" + field);
    }
    return Param.oneOf(
        "sort", "A field; with a minus before it the greatest first. Default: by key.", words);
  }
}
