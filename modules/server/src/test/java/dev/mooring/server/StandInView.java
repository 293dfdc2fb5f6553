package dev.mooring.server;

import dev.mooring.contract.TopicSpec;
import dev.mooring.view.Changes;
import dev.mooring.view.Freshness;
import dev.mooring.view.InMemoryView;
import dev.mooring.view.Position;
import dev.mooring.view.Snapshot;
import dev.mooring.view.View;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** A view in memory that says of its freshness what a test wants. */
final class StandInView implements View {

  private final InMemoryView rows = new InMemoryView();
  volatile Freshness freshness =
      new Freshness(true, 0, Position.START, Optional.empty(), Optional.empty());

  void put(TopicSpec topic, String key, SpecificRecord row) {
    rows.put(topic, key, row);
    rows.publish();
  }

  @Override
  public Snapshot snapshot() {
    return rows.snapshot();
  }

  @Override
  public Freshness freshness() {
    return freshness;
  }

  @Override
  public boolean await(Position position, Duration atMost) {
    return true;
  }

  @Override
  public boolean awaitCaughtUp(Duration atMost) {
    return freshness.caughtUp();
  }

  @Override
  public Subscription onChanges(Consumer<Changes> listener) {
    return rows.onChanges(listener);
  }

  @Override
  public void close() {
    rows.close();
  }
}
