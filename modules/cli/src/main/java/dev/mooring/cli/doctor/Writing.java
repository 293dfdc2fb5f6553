package dev.mooring.cli.doctor;

import dev.mooring.contract.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Whether events and rows can be written, exactly once; and how far the clocks are apart. It writes
 * an empty record to the events and one to the dead letters in a transaction that it aborts: no
 * reader of committed records ever sees them. The broker stamps dead letters with its own clock.
 *
 * @param settings of a producer
 * @param application whose transactional ids this principal may use, if any
 * @param clock our time
 */
record Writing(Map<String, Object> settings, String application, InstantSource clock)
    implements Check {

  private static final String CLOCK = "clock";
  private static final int PATIENCE_MS = 10_000;

  @Override
  public String name() {
    return "write";
  }

  @Override
  public String advice() {
    return "are there enough replicas in sync, and may this principal write?"
        + " `mooring topics plan --acls` shows what that takes";
  }

  @Override
  public List<Finding> look() throws ExecutionException, InterruptedException {
    Producer<byte[], byte[]> producer =
        new KafkaProducer<>(own(), new ByteArraySerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
      return List.of(
          Finding.ok(name(), "a transaction was written to events and dead letters, and aborted"),
          write(producer));
    } catch (TransactionalIdAuthorizationException publisherOnly) {
      String why = "this principal may not begin a transaction";
      return List.of(Finding.skipped(name(), why), Finding.skipped(CLOCK, why));
    } finally {
      producer.close(Duration.ofMillis(PATIENCE_MS));
    }
  }

  /** Whatever happens, the transaction is aborted at once: an open one would hold up readers. */
  private Finding write(Producer<byte[], byte[]> producer)
      throws ExecutionException, InterruptedException {
    producer.beginTransaction();
    try {
      long now = clock.millis();
      RecordMetadata unused = send(producer, Topics.EVENTS.name(), now);
      unused = send(producer, Topics.REJECTED.name(), now); // it waits for metadata, too
      return skew(producer);
    } finally {
      producer.abortTransaction();
    }
  }

  /** The record bears a time of long ago: when that comes back, the broker stamps none. */
  private Finding skew(Producer<byte[], byte[]> producer)
      throws ExecutionException, InterruptedException {
    long sent = clock.millis();
    long longAgo = sent - Duration.ofDays(1).toMillis();
    long stored = send(producer, Topics.REJECTED.name(), longAgo).timestamp();
    long acknowledged = clock.millis();
    return stored == longAgo
        ? Finding.skipped(CLOCK, Topics.REJECTED.name() + " has not LogAppendTime")
        : ClockSkew.of(sent, stored, acknowledged).finding(CLOCK);
  }

  private static RecordMetadata send(
      Producer<byte[], byte[]> producer, String topic, long timestamp)
      throws ExecutionException, InterruptedException {
    byte[] empty = new byte[0];
    return producer.send(new ProducerRecord<>(topic, 0, timestamp, empty, empty)).get();
  }

  private Map<String, Object> own() {
    Map<String, Object> own = new HashMap<>(settings);
    own.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, application + "-doctor");
    own.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, PATIENCE_MS);
    own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    own.put(ProducerConfig.ACKS_CONFIG, "all");
    own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2);
    own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    own.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    own.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
    return own;
  }
}
