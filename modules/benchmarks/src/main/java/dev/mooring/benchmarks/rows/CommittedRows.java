package dev.mooring.benchmarks.rows;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads back the rows that a run has committed to the output topics of its lane: what was there
 * before the run is none of it, so that a second run cannot pass on the rows of the first. Rows of
 * a shadow go by the names of the live lane's topics, so that they can be compared.
 */
public final class CommittedRows implements AutoCloseable {

  /** Of the registry's wire format; the bodies behind it are what the law is about. */
  private static final int PREFIX = 5;

  private final CommittedRecords records;
  private final Map<String, String> declaredNames;
  private final Map<TopicPartition, Long> from;

  /**
   * Notes where the topics end now, before the run.
   *
   * @param topics as the catalogue declares them
   */
  public CommittedRows(String bootstrap, Lane lane, List<TopicSpec> topics) {
    records = new CommittedRecords(bootstrap);
    declaredNames =
        topics.stream()
            .collect(Collectors.toMap(topic -> lane.topic(topic).name(), TopicSpec::name));
    from = records.ends(declaredNames.keySet());
  }

  /** The rows that were committed since, the latest of each key. */
  public Rows read() {
    Rows rows = new Rows();
    records.read(from, record -> take(record, rows));
    return rows;
  }

  @Override
  public void close() {
    records.close();
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Rows rows) {
    byte[] value = record.value();
    byte[] body = value == null ? null : Arrays.copyOfRange(value, PREFIX, value.length);
    String key = new String(record.key(), StandardCharsets.UTF_8);
    rows.put(declaredNames.get(record.topic()), key, body);
  }
}
