package dev.mooring.server.kafka;

import dev.mooring.contract.reference.City;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.view.Row;
import dev.mooring.view.Snapshot;
import dev.mooring.view.View;
import java.util.List;
import java.util.function.Supplier;

/** The cities that are known now: those that come with Mooring, and the published ones. */
final class KnownCities implements Supplier<CityReference> {

  private final View view;
  private final CityReference shipped = CityReference.shipped();
  private volatile Known known;

  /** What a snapshot holds. */
  private record Known(Snapshot of, CityReference cities) {}

  KnownCities(View view) {
    this.view = view;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a view gives the same object until something changes
  public CityReference get() {
    Snapshot snapshot = view.snapshot();
    Known last = known;
    if (last == null || last.of != snapshot) {
      List<City> published = snapshot.cities().rows().map(Row::value).toList();
      last = new Known(snapshot, shipped.with(published));
      known = last;
    }
    return last.cities;
  }
}
