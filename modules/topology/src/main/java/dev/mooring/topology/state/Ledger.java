package dev.mooring.topology.state;

import dev.mooring.contract.event.Status;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.metrics.Dossier.Verdict;
import dev.mooring.metrics.Fact;

/**
 * What became of every record of one partition. Every record that is read is counted once, and
 * stays counted: read = standing + disputed + retracted + superseded + duplicate + rejected.
 */
public final class Ledger {

  private long read;
  private long standing;
  private long disputed;
  private long retracted;
  private long superseded;
  private long duplicate;
  private long rejected;

  /** A record was rejected. */
  void reject() {
    read++;
    rejected++;
  }

  /** A valid record was taken. */
  void take(Verdict verdict) {
    read++;
    switch (verdict) {
      case DUPLICATE -> duplicate++;
      case SUPERSEDED, REPLACES -> superseded++;
      case NEW -> {}
    }
  }

  /**
   * A fact now stands for its event.
   *
   * @param replaced the fact that stood for it before; null for none
   */
  void stands(Fact fact, Fact replaced) {
    count(fact.status(), 1);
    if (replaced != null) {
      count(replaced.status(), -1);
    }
  }

  /** The row of a partition. */
  public LedgerRow row(int partition) {
    return new LedgerRow(
        (long) partition, read, standing, disputed, retracted, superseded, duplicate, rejected);
  }

  private void count(Status status, long count) {
    switch (status) {
      case CONFIRMED, REPORTED -> standing += count;
      case DISPUTED -> disputed += count;
      case RETRACTED -> retracted += count;
      case UNRECOGNISED -> throw new IllegalArgumentException("status UNRECOGNISED counts nowhere");
    }
  }

  /** Counts from zero again. */
  void clear() {
    read = 0;
    standing = 0;
    disputed = 0;
    retracted = 0;
    superseded = 0;
    duplicate = 0;
    rejected = 0;
  }

  void write(ByteWriter out) {
    out.putNumber(read);
    out.putNumber(standing);
    out.putNumber(disputed);
    out.putNumber(retracted);
    out.putNumber(superseded);
    out.putNumber(duplicate);
    out.putNumber(rejected);
  }

  void read(ByteReader in) {
    read = in.takeNumber();
    standing = in.takeNumber();
    disputed = in.takeNumber();
    retracted = in.takeNumber();
    superseded = in.takeNumber();
    duplicate = in.takeNumber();
    rejected = in.takeNumber();
  }
}
