package dev.mooring.cli.publish;

import dev.mooring.cli.CommandException;
import dev.mooring.contract.reference.ReferenceData;
import dev.mooring.publisher.PublisherConfig;
import dev.mooring.publisher.Receipt;
import dev.mooring.publisher.ReferencePublisher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Publishes what a file of reference data holds. */
public final class ReferencePublishing {

  private ReferencePublishing() {}

  /**
   * Sends all entries, and returns when all are acknowledged.
   *
   * @return how many there were
   */
  public static long publish(ReferenceData data, PublisherConfig config, Clock clock) {
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    try (ReferencePublisher publisher = ReferencePublisher.open(config, clock)) {
      data.cities().forEach(city -> receipts.add(publisher.publish(city)));
      data.banks().forEach(bank -> receipts.add(publisher.publish(bank)));
      data.firms().forEach(firm -> receipts.add(publisher.publish(firm)));
    }
    receipts.stream()
        .filter(CompletableFuture::isCompletedExceptionally)
        .findFirst()
        .ifPresent(
            failed -> {
              Throwable cause = failed.exceptionNow();
              throw new CommandException(
                  "reference data was not published: " + cause.getMessage(), cause);
            });
    return receipts.size();
  }
}
