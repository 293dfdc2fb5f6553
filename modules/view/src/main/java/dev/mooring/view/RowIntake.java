package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.LaneRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Makes steps of the records that a consumer reads. */
final class RowIntake implements AutoCloseable {

  /** How many headers the attributes of CloudEvents are, and the first of them. */
  private static final int CLOUD_EVENT = 6;

  private static final String FIRST_OF_CLOUD_EVENT = "ce_specversion";

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
    if (row.value != null && record.topic().equals(Topics.LANES.name())) {
      announce((LaneRow) codecs().of(row.topic).decode(row.value, 0, row.value.length));
    }
    promotions.take(row, promotion(record.headers()), step::add);
  }

  /**
   * Which promotion a row is of; null for none. It stands beside the attributes of CloudEvents: a
   * row that has just these is of none, and the names of all headers need not be decoded, which was
   * a fifth of the work here.
   */
  private static String promotion(Headers headers) {
    Header[] all = headers.toArray();
    if (all.length == CLOUD_EVENT && all[0].key().equals(FIRST_OF_CLOUD_EVENT)) {
      return null;
    }
    Header mark = headers.lastHeader(dev.mooring.contract.Headers.PROMOTION);
    return mark == null ? null : new String(mark.value(), UTF_8);
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
