package dev.mooring.benchmarks.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * A row on its way to its topic.
 *
 * @param topic where to
 * @param value null to withdraw the row with that key
 */
public record Row(TopicSpec topic, String key, SpecificRecord value) {

  /** The partition in which the contract wants it. */
  public int partition(int partitions) {
    int from = 0;
    for (int skipped = 0; skipped < topic.placedByPart(); skipped++) {
      from = key.indexOf('/', from) + 1;
    }
    int end = key.indexOf('/', from);
    String part = end < 0 ? key.substring(from) : key.substring(from, end);
    return BuiltInPartitioner.partitionForKey(part.getBytes(UTF_8), partitions);
  }
}
