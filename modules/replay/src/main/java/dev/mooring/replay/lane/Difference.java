package dev.mooring.replay.lane;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What makes the rows of one lane those of another.
 *
 * @param upserts how many rows are new or other
 * @param withdrawals how many rows there are no more
 * @param bytes of all keys and values
 * @param records the rows under the first lane's topics, each for its partition and with the value
 *     of the second lane as it is on the wire, or null for a withdrawal; empty when they are more
 *     bytes than were asked for
 */
public record Difference(
    long upserts,
    long withdrawals,
    long bytes,
    Optional<List<ProducerRecord<byte[], byte[]>>> records) {

  public Difference {
    records = records.map(List::copyOf);
  }
}
