package dev.mooring.replay.promote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.Headers;
import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.replay.lane.Difference;
import dev.mooring.replay.lane.LaneStore;
import dev.mooring.topology.lane.LaneState;
import dev.mooring.topology.stage.RowHeaders;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes the records that a promotion writes. */
final class PromotionRecords {

  private final LaneStore store;
  private final LiveSchemas schemas;
  private final InstantSource clock;
  private final Map<String, TopicSpec> topics = new HashMap<>();

  PromotionRecords(LaneStore store, LiveSchemas schemas, InstantSource clock) {
    this.store = store;
    this.schemas = schemas;
    this.clock = clock;
    Topics.OUTPUTS.forEach(topic -> topics.put(topic.name(), topic));
  }

  LiveSchemas schemas() {
    return schemas;
  }

  /** The rows that differ, marked as parts of the promotion. */
  List<ProducerRecord<byte[], byte[]>> rows(Difference difference, String promotion) {
    Map<String, RowHeaders> headers = new HashMap<>();
    long now = clock.millis();
    List<ProducerRecord<byte[], byte[]>> rows = difference.records().orElseThrow();
    return IntStream.range(0, rows.size())
        .mapToObj(
            number -> {
              ProducerRecord<byte[], byte[]> row = rows.get(number);
              TopicSpec topic = topics.get(row.topic());
              return new ProducerRecord<>(
                  row.topic(),
                  row.partition(),
                  null,
                  row.key(),
                  schemas.reframed(topic, row.value()),
                  headers
                      .computeIfAbsent(row.topic(), none -> new RowHeaders("replay", topic))
                      .of(promotion + "-" + number, now)
                      .add(Headers.PROMOTION, promotion.getBytes(UTF_8)));
            })
        .toList();
  }

  /** The lane records: the lanes have swapped their applications. */
  List<ProducerRecord<byte[], byte[]>> lanes(LaneRow live, LaneRow shadow, String ends) {
    LaneRow promoted =
        LaneRow.newBuilder()
            .setLane(Lane.LIVE.name())
            .setApplicationId(shadow.getApplicationId())
            .setTopicPrefix(Lane.LIVE.topicPrefix())
            .setTopologyDigest(shadow.getTopologyDigest())
            .setState(LaneState.RUNNING.name())
            .setPromotion(shadow.getPromotion())
            .setPromotedEndOffsets(ends)
            .build();
    LaneRow retired =
        LaneRow.newBuilder(shadow)
            .setApplicationId(live.getApplicationId())
            .setTopologyDigest(live.getTopologyDigest())
            .setState(LaneState.RETIRED.name())
            .build();
    return List.of(store.record(promoted), store.record(retired));
  }
}
