package dev.mooring.server;

import dev.mooring.server.stream.History;
import dev.mooring.view.Change;
import dev.mooring.view.PastRecord;
import dev.mooring.view.Position;
import dev.mooring.view.View;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/** Remembers all changes of a view, as a topic that was not compacted yet. */
final class MemoryHistory implements History {

  private final List<Change> changes = new CopyOnWriteArrayList<>();
  volatile boolean lost;
  volatile int readings;

  MemoryHistory(View view) {
    var unused = view.onChanges(step -> changes.addAll(step.changes()));
  }

  @Override
  public synchronized boolean read(Position from, Position to, Predicate<PastRecord> each) {
    readings++;
    return !lost
        && changes.stream()
            .filter(change -> between(change, from, to))
            .allMatch(change -> each.test(past(change)));
  }

  private static boolean between(Change change, Position from, Position to) {
    TopicPartition partition = new TopicPartition(change.topic().name(), change.partition());
    return change.offset() >= from.next(partition) && change.offset() < to.next(partition);
  }

  private static PastRecord past(Change change) {
    return new PastRecord(
        change.topic(),
        change.key(),
        change.after(),
        change.partition(),
        change.offset(),
        Instant.EPOCH);
  }
}
