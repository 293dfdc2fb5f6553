package dev.mooring.server.stream;

import dev.mooring.view.PastRecord;
import dev.mooring.view.Position;
import java.util.function.Predicate;

/** The past of rows and events, as Kafka has it. */
@FunctionalInterface
public interface History {

  /**
   * Reads what stands between two positions, in order within each partition.
   *
   * @param each takes a record, and says whether it wants more
   * @return false when some of it is not there any more, or one who takes wanted no more
   */
  boolean read(Position from, Position to, Predicate<PastRecord> each) throws InterruptedException;
}
