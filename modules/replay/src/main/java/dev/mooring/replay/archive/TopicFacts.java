package dev.mooring.replay.archive;

import dev.mooring.view.ViewConfig;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** What only an admin client tells of a topic. */
final class TopicFacts implements AutoCloseable {

  private final Admin admin;
  private final String topic;

  TopicFacts(ViewConfig config, String topic) {
    this.admin = Admin.create(config.connection());
    this.topic = topic;
  }

  String clusterId() {
    return get(admin.describeCluster().clusterId());
  }

  /** Kafka's id of the topic, which no other topic gets, not even of the same name. */
  String topicId() {
    return get(admin.describeTopics(List.of(topic)).allTopicNames())
        .get(topic)
        .topicId()
        .toString();
  }

  Config settings() {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return get(admin.describeConfigs(List.of(resource)).all()).get(resource);
  }

  @Override
  public void close() {
    admin.close();
  }

  private <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      throw new ArchiveException(
          "topic " + topic + ": " + failed.getCause().getMessage(), failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ArchiveException("interrupted", stopped);
    }
  }
}
