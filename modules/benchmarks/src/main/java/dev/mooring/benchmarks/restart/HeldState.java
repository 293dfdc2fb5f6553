package dev.mooring.benchmarks.restart;

import dev.mooring.benchmarks.rows.CommittedRecords;
import dev.mooring.topology.Nodes;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.state.DossierState;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the changelogs hold while no instance runs, which is what the next one reads. A record of
 * the changelog of relationships is a page with an entry for each that changed; of tallies, a
 * record is an entry, that a part has come to nothing too.
 */
final class HeldState {

  private static final String DOSSIERS = changelog(Nodes.DOSSIER_STORE);

  private long entries;
  private long bytes;

  private HeldState() {}

  /** Reads the changelogs of the live lane, if there are any. */
  static HeldState read(String bootstrap) {
    HeldState held = new HeldState();
    try (CommittedRecords records = new CommittedRecords(bootstrap)) {
      Set<String> there = records.topics();
      Set<String> changelogs =
          Stream.of(DOSSIERS, changelog(Nodes.TALLY_STORE))
              .filter(there::contains)
              .collect(Collectors.toSet());
      records.read(records.beginnings(changelogs), held::take);
    }
    return held;
  }

  /** Entries of state. */
  long entries() {
    return entries;
  }

  /** Bytes of keys and values. */
  long bytes() {
    return bytes;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    entries += record.topic().equals(DOSSIERS) ? DossierState.entriesIn(record.key(), value) : 1;
    bytes += record.key().length + (value == null ? 0 : value.length);
  }

  private static String changelog(String store) {
    return Nodes.changelog(TopologyConfig.LIVE, store);
  }
}
