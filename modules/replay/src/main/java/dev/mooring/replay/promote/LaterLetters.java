package dev.mooring.replay.promote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import dev.mooring.replay.ReplayException;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.ParallelReader;
import dev.mooring.replay.log.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * The dead letters that a shadow has written and the live lane has not: those of records behind
 * where the live lane had stopped. The others it wrote once more, as a shadow reads all events.
 */
final class LaterLetters {

  private static final String PARTITION = "__streams.errors.partition";
  private static final String OFFSET = "__streams.errors.offset";

  private LaterLetters() {}

  /**
   * Finds them.
   *
   * @param stopped which events the live lane has committed
   * @return the same letters for the live lane's topic
   */
  static List<ProducerRecord<byte[], byte[]>> of(
      Lane shadow, Map<TopicPartition, Long> stopped, ParallelReader reader) {
    List<ProducerRecord<byte[], byte[]>> letters = Collections.synchronizedList(new ArrayList<>());
    Map<TopicPartition, Extent> extents =
        reader.extents(List.of(shadow.topic(Topics.REJECTED).name()));
    reader.read(
        extents,
        partition ->
            letter -> {
              if (isLater(letter, stopped)) {
                letters.add(copy(letter));
              }
            },
        Progress.NONE);
    return List.copyOf(letters);
  }

  private static boolean isLater(
      ConsumerRecord<byte[], byte[]> letter, Map<TopicPartition, Long> stopped) {
    int partition = Math.toIntExact(number(letter, PARTITION));
    TopicPartition origin = new TopicPartition(Topics.EVENTS.name(), partition);
    return number(letter, OFFSET) >= stopped.getOrDefault(origin, 0L);
  }

  private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> letter) {
    return new ProducerRecord<>(
        Topics.REJECTED.name(), null, null, letter.key(), letter.value(), letter.headers());
  }

  /** The last one counts: a record that was sent again brings the headers of its first letter. */
  private static long number(ConsumerRecord<byte[], byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    if (header == null) {
      throw new ReplayException(
          "%s-%d at offset %d: a dead letter without header %s"
              .formatted(letter.topic(), letter.partition(), letter.offset(), name));
    }
    return Long.parseLong(new String(header.value(), UTF_8));
  }
}
