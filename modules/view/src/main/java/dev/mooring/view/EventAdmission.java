package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.EventValidator;
import dev.mooring.contract.event.Event;
import dev.mooring.registry.RegistryAccessException;
import dev.mooring.registry.RegistryUnavailableException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * Which records of the events topic are events: those that the topology takes (section 2 of the
 * contract). For the others the rejected topic says why not.
 */
final class EventAdmission {

  private static final long AHEAD = Duration.ofDays(366).toMillis();

  private final ValueDecoder decoder;

  EventAdmission(ValueDecoder decoder) {
    this.decoder = decoder;
  }

  /**
   * The event of a record; empty when it is none.
   *
   * @param partitions how many the topic has
   * @throws RegistryUnavailableException when nobody can tell now
   */
  Optional<Event> admit(ConsumerRecord<byte[], byte[]> record, int partitions) {
    return decode(record)
        .filter(event -> EventValidator.problems(event).isEmpty())
        .filter(event -> Arrays.equals(EventKey.of(event).getBytes(UTF_8), record.key()))
        .filter(event -> home(record.key(), partitions) == record.partition())
        .filter(event -> event.getOccurredAt().toEpochMilli() - recorded(record) <= AHEAD);
  }

  private Optional<Event> decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      return decoder.decode(record) instanceof Event event ? Optional.of(event) : Optional.empty();
    } catch (RegistryUnavailableException | RegistryAccessException unreachable) {
      throw unreachable; // says nothing about the record
    } catch (RuntimeException undecodable) {
      return Optional.empty();
    }
  }

  /** A record without a timestamp is of 1970, as the topology reads it. */
  private static long recorded(ConsumerRecord<byte[], byte[]> record) {
    return Math.max(0, record.timestamp());
  }

  private static int home(byte[] key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }
}
