package dev.mooring.topology;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A transactional producer that leaves it to the commit to wait for what was sent.
 *
 * <p>Kafka Streams flushes at every commit once a task, and each time waits for the brokers. {@link
 * #commitTransaction} waits for all that was sent in the transaction by itself, and fails when any
 * of it failed: so the tasks' rows are on their way while those of the next task are made, and the
 * thread waits once. Of what a task has sent nothing is known before the commit, and nothing needs
 * to be: Kafka Streams takes the offsets of changelogs from it only afterwards.
 */
final class CommitFlushedProducer extends KafkaProducer<byte[], byte[]> {

  CommitFlushedProducer(Map<String, Object> settings) {
    super(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public void flush() {
    // commitTransaction does
  }
}
