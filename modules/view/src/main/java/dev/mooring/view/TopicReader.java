package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import dev.mooring.registry.RegistryAccessException;
import dev.mooring.registry.RegistryUnavailableException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads topics of rows to their present ends: the latest committed value of every key. It joins no
 * consumer group and leaves nothing behind in the cluster.
 */
public final class TopicReader implements AutoCloseable {

  private final LogReader log;
  private final ValueDecoder decoder;

  public TopicReader(ViewConfig config) {
    this.decoder = new ValueDecoder(config);
    this.log = new LogReader(config);
  }

  /**
   * The rows of topics, as of now.
   *
   * @throws ReadException when a topic is missing, holds what is no row, or cannot be reached
   */
  public RowSource readToEnd(TopicSpec... topics) {
    return readToEnd(Arrays.asList(topics));
  }

  /** The rows of topics, as of now. */
  public RowSource readToEnd(Collection<TopicSpec> topics) {
    InMemoryRows rows = new InMemoryRows(topics);
    List<String> names = topics.stream().map(TopicSpec::name).toList();
    log.readToEnd(names, record -> take(record, rows));
    return rows;
  }

  private void take(ConsumerRecord<byte[], byte[]> record, InMemoryRows rows) {
    try {
      rows.put(record.topic(), new String(record.key(), UTF_8), decoder.decode(record));
    } catch (RegistryUnavailableException | RegistryAccessException unreachable) {
      throw unreachable; // says nothing about the record
    } catch (RuntimeException undecodable) {
      throw new ReadException(
          "topic %s, partition %d, offset %d: not a row: %s"
              .formatted(
                  record.topic(), record.partition(), record.offset(), undecodable.getMessage()),
          undecodable);
    }
  }

  @Override
  public void close() {
    log.close();
    decoder.close();
  }
}
