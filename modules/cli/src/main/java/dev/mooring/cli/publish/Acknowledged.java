package dev.mooring.cli.publish;

import dev.mooring.publisher.Receipt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How far a file is published without a gap: the last line of which it is known that it and all
 * before it have been answered for.
 */
final class Acknowledged {

  private final Deque<Sent> open = new ArrayDeque<>();
  private long lastLine;
  private Optional<Failed> failed = Optional.empty();

  private record Sent(long line, CompletableFuture<Receipt> receipt) {}

  /** A line that could not be sent. */
  record Failed(long line, Throwable cause) {}

  /** Takes the next line of the file, which was sent. */
  void sent(long line, CompletableFuture<Receipt> receipt) {
    open.add(new Sent(line, receipt));
    advance();
  }

  /** Takes the next line of the file, for which there is nothing to wait. */
  void settled(long line) {
    sent(line, CompletableFuture.completedFuture(null));
  }

  /** Looks at what has been answered meanwhile. */
  void advance() {
    while (failed.isEmpty() && !open.isEmpty() && open.peek().receipt().isDone()) {
      Sent first = open.remove();
      if (first.receipt().isCompletedExceptionally()) {
        failed = Optional.of(new Failed(first.line(), first.receipt().exceptionNow()));
      } else {
        lastLine = first.line();
      }
    }
  }

  /** The last line without a gap; 0 when there is none. */
  long lastLine() {
    return lastLine;
  }

  /** The first line that failed, if one did. */
  Optional<Failed> failed() {
    return failed;
  }
}
