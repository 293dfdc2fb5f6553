package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.Headers;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.LaneRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Makes steps of the records that a consumer reads. */
final class RowIntake implements AutoCloseable {

  private final Map<String, TopicSpec> topics = new HashMap<>();
  private Promotions promotions = new Promotions();
  private final RowBytes bytes;
  private Step step = new Step();

  RowIntake(ViewConfig config, Collection<TopicSpec> topics) {
    topics.forEach(topic -> this.topics.put(topic.name(), topic));
    this.bytes = RowBytes.open(config, topics);
  }

  RowCodecs codecs() {
    return bytes.codecs();
  }

  Promotions promotions() {
    return promotions;
  }

  /**
   * Takes the next record of a partition.
   *
   * @throws RuntimeException when it is no row, or nobody can say at present; then nothing was
   *     taken
   */
  void take(ConsumerRecord<byte[], byte[]> record) {
    RawRow row = row(record);
    if (row.topic.equals(Topics.LANES) && row.value != null) {
      announce((LaneRow) codecs().of(row.topic).decode(row.value, 0, row.value.length));
    }
    Header mark = record.headers().lastHeader(Headers.PROMOTION);
    promotions.take(row, mark == null ? null : new String(mark.value(), UTF_8), step::add);
  }

  /** All that was polled at once was taken. */
  void polled(Position read) {
    promotions.reached(read, step::add);
    step.sortRun();
  }

  /** Lets go of promotions of which nothing more is to come. */
  void releaseUnannounced() {
    promotions.unannounced().forEach(promotion -> promotions.release(promotion, step::add));
  }

  /** How many rows the next step has so far. */
  int gathered() {
    return step.size();
  }

  /** What was gathered; another step begins. */
  Step nextStep() {
    Step whole = step;
    step = new Step();
    return whole;
  }

  /** Forgets what was gathered and held back. */
  void reset() {
    promotions = new Promotions();
    step = new Step();
  }

  private RawRow row(ConsumerRecord<byte[], byte[]> record) {
    TopicSpec topic = topics.get(record.topic());
    if (record.key() == null) {
      throw new IllegalArgumentException("it has no key");
    }
    byte[] value = record.value() == null ? null : bytes.of(topic, record);
    return new RawRow(topic, record.partition(), record.offset(), record.key(), value);
  }

  private void announce(LaneRow lane) {
    if (lane.getPromotion() != null && lane.getPromotedEndOffsets() != null) {
      promotions.announced(lane.getPromotion(), Position.parse(lane.getPromotedEndOffsets()));
    }
  }

  @Override
  public void close() {
    bytes.close();
  }
}
