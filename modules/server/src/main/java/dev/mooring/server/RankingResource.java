package dev.mooring.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.contract.codec.RowCsv;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.metrics.Ranking;
import dev.mooring.server.json.Json;
import dev.mooring.server.rows.RowFilter;
import dev.mooring.server.rows.RowTopic;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hub ranking. A country's cities keep the ranks that they have among all. */
final class RankingResource {

  private static final List<String> FIELDS =
      List.of("rank", "city", "accountsOpen", "firmsBanked", "share", "hhi");

  private final Current current;

  RankingResource(Current current) {
    this.current = current;
  }

  static List<Param> params() {
    return List.of(Filters.param("country"), Query.AFTER);
  }

  void list(Context ctx) {
    Format format = Format.of(ctx.header("Accept"));
    SnapshotState state = current.get();
    if (Caching.unchanged(ctx, state.tag() + format.name().charAt(0))) {
      return;
    }
    RowFilter filter =
        new RowFilter(
            RowTopic.CITIES, new Query(ctx).filters(List.of("country")), state::geography);
    List<Map<String, Object>> places =
        state.ranking().stream()
            .filter(hub -> filter.passesKey(hub.city()))
            .map(hub -> place(hub, state))
            .toList();
    Lists.write(ctx, format, places, Optional.empty(), writer());
  }

  private static Map<String, Object> place(Ranking.Hub hub, SnapshotState state) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("rank", hub.rank());
    place.put("city", hub.city());
    place.put("accountsOpen", hub.accountsOpen());
    place.put("firmsBanked", hub.firmsBanked());
    place.put("share", hub.share().isPresent() ? (Object) hub.share().getAsDouble() : null);
    place.put(
        "hhi",
        state.snapshot().cityMetrics().get(hub.city()).map(CityMetrics::getHhi).orElse(null));
    return place;
  }

  private static Lists.Writer<Map<String, Object>> writer() {
    return new Lists.Writer<>(RankingResource::write, RowCsv.header(FIELDS), RowCsv::write);
  }

  private static void write(JsonGenerator json, Map<String, Object> place) throws IOException {
    Json.object(json, place);
  }
}
