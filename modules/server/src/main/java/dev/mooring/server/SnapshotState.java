package dev.mooring.server;

import dev.mooring.contract.row.CityMetrics;
import dev.mooring.metrics.Ranking;
import dev.mooring.server.rows.Geography;
import dev.mooring.server.rows.RowRatios;
import dev.mooring.view.Row;
import dev.mooring.view.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A snapshot with what is worked out from it once, when it is first asked for. */
final class SnapshotState {

  /** So many answers are kept; asking for more in the life of one snapshot costs, not remembers. */
  private static final int MOST_ANSWERS = 10_000;

  private final Snapshot snapshot;
  private final Supplier<List<Ranking.Hub>> ranking;
  private final Supplier<RowRatios> ratios;
  private final Supplier<Geography> geography;
  private final Supplier<String> tag;
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

  SnapshotState(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.ranking = Once.of(() -> rank(snapshot));
    this.ratios = Once.of(() -> new RowRatios(snapshot, ranking.get()));
    this.geography = Once.of(() -> Geography.of(snapshot));
    this.tag = Once.of(() -> Tags.of(snapshot.position()));
  }

  Snapshot snapshot() {
    return snapshot;
  }

  List<Ranking.Hub> ranking() {
    return ranking.get();
  }

  RowRatios ratios() {
    return ratios.get();
  }

  Geography geography() {
    return geography.get();
  }

  /** A short text that differs from that of any other snapshot. */
  String tag() {
    return tag.get();
  }

  /** An answer that follows from the snapshot alone. */
  byte[] answer(String key, Supplier<byte[]> work) {
    byte[] known = answers.get(key);
    if (known != null) {
      return known;
    }
    byte[] worked = work.get();
    if (answers.size() < MOST_ANSWERS) {
      answers.put(key, worked);
    }
    return worked;
  }

  private static List<Ranking.Hub> rank(Snapshot snapshot) {
    List<CityMetrics> cities = snapshot.cityMetrics().rows().map(Row::value).toList();
    return Ranking.hubs(cities);
  }
}
