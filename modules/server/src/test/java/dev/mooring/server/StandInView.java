package dev.mooring.server;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.view.Change;
import dev.mooring.view.Changes;
import dev.mooring.view.Freshness;
import dev.mooring.view.InMemoryRows;
import dev.mooring.view.Position;
import dev.mooring.view.Row;
import dev.mooring.view.Snapshot;
import dev.mooring.view.Table;
import dev.mooring.view.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

final class StandInView implements View {

  private final Map<String, TreeMap<String, SpecificRecord>> rows = new TreeMap<>();
  private final List<Consumer<Changes>> listeners = new CopyOnWriteArrayList<>();
  private long offset;
  private volatile Snapshot snapshot;
  volatile Freshness freshness =
      new Freshness(true, 0, Position.START, Optional.empty(), Optional.empty());

  StandInView() {
    Topics.all().forEach(topic -> rows.put(topic.name(), new TreeMap<>()));
    snapshot = freeze();
  }

  synchronized void put(TopicSpec topic, String key, SpecificRecord row) {
    Optional<SpecificRecord> before = Optional.ofNullable(rows.get(topic.name()).get(key));
    if (row == null) {
      rows.get(topic.name()).remove(key);
    } else {
      rows.get(topic.name()).put(key, row);
    }
    Change change = new Change(topic, key, before, Optional.ofNullable(row), 0, offset++);
    snapshot = freeze();
    listeners.forEach(listener -> listener.accept(new Changes(snapshot, List.of(change))));
  }

  private Snapshot freeze() {
    InMemoryRows copy = new InMemoryRows(Topics.all());
    List<Runnable> puts = new ArrayList<>();
    Topics.all()
        .forEach(
            topic ->
                rows.get(topic.name())
                    .forEach((key, row) -> puts.add(() -> copy.put(topic, key, row))));
    puts.forEach(Runnable::run);
    return new Frozen(copy, new Position(Map.of(new TopicPartition("t", 0), offset)));
  }

  private record Frozen(InMemoryRows rows, Position position) implements Snapshot {
    @Override
    public <R extends SpecificRecord> Table<R> table(TopicSpec topic, Class<R> type) {
      return new FrozenTable<>(rows.rows(topic, type));
    }
  }

  private record FrozenTable<R>(NavigableMap<String, R> map) implements Table<R> {
    @Override
    public long size() {
      return map.size();
    }

    @Override
    public Optional<R> get(String key) {
      return Optional.ofNullable(map.get(key));
    }

    @Override
    public Stream<Row<R>> rows() {
      return map.entrySet().stream().map(e -> new Row<>(e.getKey(), e.getValue()));
    }

    @Override
    public Stream<Row<R>> rowsAfter(String key) {
      return new FrozenTable<>(map.tailMap(key, false)).rows();
    }

    @Override
    public Stream<Row<R>> rowsWithPrefix(String prefix) {
      return rows().filter(row -> row.key().startsWith(prefix));
    }
  }

  @Override
  public Snapshot snapshot() {
    return snapshot;
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
  public synchronized Subscription onChanges(Consumer<Changes> listener) {
    listeners.add(listener);
    Snapshot start = snapshot;
    return new Subscription() {
      @Override
      public Snapshot start() {
        return start;
      }

      @Override
      public void close() {
        listeners.remove(listener);
      }
    };
  }

  @Override
  public void close() {}
}
