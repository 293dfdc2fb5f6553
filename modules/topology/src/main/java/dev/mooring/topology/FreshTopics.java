package dev.mooring.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Topics that were just made. The controller tells of a partition before its leader has it. What a
 * producer sends meanwhile is refused, and has been seen to be tried again in vain until its time
 * was over, while the other partitions of the topic took theirs.
 */
public final class FreshTopics {

  private FreshTopics() {}

  /**
   * Waits until every partition is at its leader; Kafka's admin client asks again until it is.
   *
   * @param partitions their number, by topic
   * @throws ExecutionException when a leader does not answer in the time of the admin client, or
   *     one may not ask it
   */
  public static void awaitLed(Admin admin, Map<String, Integer> partitions)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(
        (topic, count) -> {
          for (int number = 0; number < count; number++) {
            asked.put(new TopicPartition(topic, number), OffsetSpec.latest());
          }
        });
    admin.listOffsets(asked).all().get();
  }
}
