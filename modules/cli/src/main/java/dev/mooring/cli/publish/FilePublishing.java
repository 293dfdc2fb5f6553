package dev.mooring.cli.publish;

import dev.mooring.cli.CommandException;
import dev.mooring.contract.Problem;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.publisher.InvalidEventException;
import dev.mooring.publisher.NewIds;
import dev.mooring.publisher.Receipt;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Publishes the events of a file one by one, never the file as a whole. Bad lines are noted and
 * passed over; a failure of the cluster ends it, and tells how far it got.
 */
public final class FilePublishing {

  private final EventPublisher publisher;
  private final NewIds newIds;
  private final Consumer<String> remarks;

  /**
   * Publishes by a publisher.
   *
   * @param remarks is told what a person may want to look at: ids that are new and near known ones
   */
  public FilePublishing(EventPublisher publisher, NewIds newIds, Consumer<String> remarks) {
    this.publisher = publisher;
    this.newIds = newIds;
    this.remarks = remarks;
  }

  /** What became of a file. */
  public record Summary(long published, long rejected) {}

  /**
   * Publishes all there is to read, and returns when all is acknowledged.
   *
   * @param rejectedFile where bad lines are noted; made when there is one
   * @throws CommandException when the cluster failed; its message names the last line acknowledged
   */
  public Summary publish(EventReader reader, Path rejectedFile) {
    Acknowledged acknowledged = new Acknowledged();
    long published = 0;
    try (RejectedLines rejected = new RejectedLines(rejectedFile)) {
      while (reader.hasNext() && acknowledged.failed().isEmpty()) {
        if (publish(reader.next(), acknowledged, rejected)) {
          published++;
        }
      }
      publisher.flush();
      acknowledged.advance();
      acknowledged.failed().ifPresent(failed -> fail(failed, acknowledged.lastLine()));
      return new Summary(published, rejected.count());
    }
  }

  private boolean publish(EventReading reading, Acknowledged acknowledged, RejectedLines rejected) {
    return switch (reading) {
      case EventReading.Read read -> publish(read, acknowledged, rejected);
      case EventReading.Unreadable(long line, String raw, List<Problem> problems, var read) -> {
        rejected.add(line, problems, raw);
        acknowledged.settled(line);
        yield false;
      }
    };
  }

  private boolean publish(
      EventReading.Read read, Acknowledged acknowledged, RejectedLines rejected) {
    long line = read.line();
    Event event = read.event();
    CompletableFuture<Receipt> receipt = publisher.publish(read);
    if (receipt.isCompletedExceptionally()
        && receipt.exceptionNow() instanceof InvalidEventException invalid) {
      rejected.add(line, invalid.problems(), EventJson.write(event));
      acknowledged.settled(line);
      return false;
    }
    newIds.notice(event).forEach(remark -> remarks.accept("line " + line + ": " + remark));
    acknowledged.sent(line, receipt);
    return true;
  }

  private static void fail(Acknowledged.Failed failed, long lastLine) {
    throw new CommandException(
        "line %d was not published: %s; %s. Running it again is safe: what is there already counts once"
            .formatted(
                failed.line(),
                failed.cause().getMessage(),
                lastLine == 0
                    ? "no line is acknowledged"
                    : "line " + lastLine + " is the last acknowledged without a gap"),
        failed.cause());
  }
}
