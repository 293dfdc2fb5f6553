package dev.mooring.benchmarks.engine;

import dev.mooring.contract.row.LedgerRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/** What the ledger says of a run: it tells of records, and so is no part of the oracle's rows. */
final class Ledgers {

  private Ledgers() {}

  /**
   * Records that were read and not rejected, in all partitions.
   *
   * @param rows bodies of the ledger's rows, by key
   */
  static long accepted(Map<String, byte[]> rows) {
    return rows.values().stream()
        .map(Ledgers::decoded)
        .mapToLong(row -> row.getRead() - row.getRejected())
        .sum();
  }

  private static LedgerRow decoded(byte[] body) {
    try {
      return new SpecificDatumReader<>(LedgerRow.class)
          .read(null, DecoderFactory.get().binaryDecoder(body, null));
    } catch (IOException e) {
      throw new UncheckedIOException("decoding a row of the ledger", e);
    }
  }
}
