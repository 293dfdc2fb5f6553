package dev.mooring.view;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.registry.RegistryAccessException;
import dev.mooring.registry.RegistryUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the events topic as it stands in the log: every record, revisions and repeats included.
 * Anybody may write to that topic, so a record that is no event is told as such and reading goes
 * on.
 */
public final class EventLog implements AutoCloseable {

  private final LogReader log;
  private final ValueDecoder decoder;

  public EventLog(ViewConfig config) {
    this.decoder = new ValueDecoder(config);
    this.log = new LogReader(config);
  }

  /** A record of the events topic. */
  public sealed interface Entry {

    /** An event, and when the cluster got it. */
    record Found(Event event, int partition, long offset, Instant recorded) implements Entry {}

    /** Something else, and why it is none. */
    record Undecodable(int partition, long offset, String why) implements Entry {}
  }

  /** Hands over every record up to the present end; in order within a partition. */
  public void readToEnd(Consumer<Entry> to) {
    log.readToEnd(List.of(Topics.EVENTS.name()), record -> to.accept(entry(record)));
  }

  /**
   * Hands over every event up to the present end: what the topology takes for one, and no other.
   */
  public void readEvents(Consumer<Event> to) {
    String topic = Topics.EVENTS.name();
    int partitions = log.partitionCount(topic);
    EventAdmission admission = new EventAdmission(decoder);
    log.readToEnd(List.of(topic), record -> admission.admit(record, partitions).ifPresent(to));
  }

  /** Hands over every record, also those to come, until {@link #stop}. */
  public void follow(Consumer<Entry> to) {
    log.follow(List.of(Topics.EVENTS.name()), record -> to.accept(entry(record)));
  }

  /** Ends {@link #follow}, from another thread. */
  public void stop() {
    log.stop();
  }

  @Override
  public void close() {
    log.close();
    decoder.close();
  }

  private Entry entry(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (decoder.decode(record) instanceof Event event) {
        Instant recorded = Instant.ofEpochMilli(record.timestamp());
        return new Entry.Found(event, record.partition(), record.offset(), recorded);
      }
      return new Entry.Undecodable(record.partition(), record.offset(), "no value, or no Event");
    } catch (RegistryUnavailableException | RegistryAccessException unreachable) {
      throw unreachable; // says nothing about the record
    } catch (RuntimeException undecodable) {
      return new Entry.Undecodable(
          record.partition(), record.offset(), String.valueOf(undecodable.getMessage()));
    }
  }
}
