package dev.mooring.replay.verify;

import dev.mooring.contract.event.Status;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.metrics.Dossier.Verdict;

/** What became of the records of a partition, counted without the topology. */
final class PartitionTally {

  private final int partition;
  private long valid;
  private long rejected;
  private long duplicates;
  private long events;

  PartitionTally(int partition) {
    this.partition = partition;
  }

  void reject() {
    rejected++;
  }

  void take(Verdict verdict) {
    valid++;
    duplicates += verdict == Verdict.DUPLICATE ? 1 : 0;
    events += verdict == Verdict.NEW ? 1 : 0;
  }

  long read() {
    return valid + rejected;
  }

  /**
   * The row that the ledger should have.
   *
   * @param latest how many events of the partition have a highest revision of each status
   */
  LedgerRow row(StatusCounts latest) {
    return LedgerRow.newBuilder()
        .setPartition(partition)
        .setRead(read())
        .setStanding(latest.of(Status.CONFIRMED) + latest.of(Status.REPORTED))
        .setDisputed(latest.of(Status.DISPUTED))
        .setRetracted(latest.of(Status.RETRACTED))
        .setSuperseded(valid - duplicates - events)
        .setDuplicate(duplicates)
        .setRejected(rejected)
        .build();
  }
}
