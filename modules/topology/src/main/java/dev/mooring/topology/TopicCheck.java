package dev.mooring.topology;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Whether the topics are there and are as the catalogue declares them; and whether the internal
 * topics, where there are some already, keep what they must.
 */
final class TopicCheck {

  private static final String UNLIMITED = "-1";
  private static final String RETENTION = "retention.ms";

  private final Admin admin;
  private final TopologyConfig config;

  TopicCheck(Admin admin, TopologyConfig config) {
    this.admin = admin;
    this.config = config;
  }

  /** All problems, each with what to do; none when the topology may start. */
  List<String> problems() throws InterruptedException {
    Set<String> existing = get(admin.listTopics().names());
    List<TopicSpec> needed =
        Stream.concat(Stream.of(Topics.EVENTS), config.lane().outputs().stream()).toList();
    List<String> problems = new ArrayList<>();
    needed.stream()
        .filter(topic -> !existing.contains(topic.name()))
        .forEach(
            topic ->
                problems.add(
                    "topic "
                        + topic.name()
                        + " is missing: make the topics with 'mooring topics apply', or let"
                        + " 'mooring up' make them; one that this principal may not see seems"
                        + " missing, too: 'mooring topics plan --acls'"));
    List<TopicSpec> present =
        needed.stream().filter(topic -> existing.contains(topic.name())).toList();
    checkTopics(present, problems);
    checkInternal(existing, problems);
    return problems;
  }

  private void checkTopics(List<TopicSpec> topics, List<String> problems)
      throws InterruptedException {
    List<String> names = topics.stream().map(TopicSpec::name).toList();
    Map<String, TopicDescription> descriptions = get(admin.describeTopics(names).allTopicNames());
    Map<String, Config> configs = configs(names);
    for (TopicSpec topic : topics) {
      int partitions = descriptions.get(topic.name()).partitions().size();
      if (partitions != config.partitions()) {
        problems.add(
            "topic %s has %d partitions, should have %d: set topics.partitions to the number that the topics were made with; to change it, archive and restore into new topics"
                .formatted(topic.name(), partitions, config.partitions()));
      }
      topic
          .config()
          .forEach(
              (name, value) ->
                  check(topic.name(), configs.get(topic.name()), name, value, problems));
    }
  }

  /** Differences are purged once they are committed; nothing else may ever drop one. */
  private void checkInternal(Set<String> existing, List<String> problems)
      throws InterruptedException {
    Map<String, Map<String, String>> expected = new HashMap<>();
    String id = config.applicationId();
    for (String topic : List.of(Nodes.WITHDRAWALS, Nodes.DIFFERENCES)) {
      expected.put(
          Nodes.topic(id, topic), Map.of(RETENTION, UNLIMITED, "retention.bytes", UNLIMITED));
    }
    for (String store : List.of(Nodes.DOSSIER_STORE, Nodes.TALLY_STORE)) {
      expected.put(Nodes.changelog(id, store), Map.of("cleanup.policy", "compact"));
    }
    expected.keySet().retainAll(existing);
    Map<String, Config> configs = configs(expected.keySet());
    expected.forEach(
        (topic, settings) ->
            settings.forEach(
                (name, value) -> check(topic, configs.get(topic), name, value, problems)));
    checkInternalPartitions(expected.keySet(), problems);
  }

  private void checkInternalPartitions(Collection<String> topics, List<String> problems)
      throws InterruptedException {
    get(admin.describeTopics(topics).allTopicNames())
        .forEach(
            (name, description) -> {
              int partitions = description.partitions().size();
              if (partitions != config.partitions()) {
                problems.add(
                    "internal topic %s has %d partitions, should have %d: it was made for another number of partitions of %s; start a new lane under another application id"
                        .formatted(name, partitions, config.partitions(), Topics.EVENTS.name()));
              }
            });
  }

  private static void check(
      String topic, Config actual, String name, String value, List<String> problems) {
    String found = actual.get(name) == null ? null : actual.get(name).value();
    if (!value.equals(found) && !keepsLonger(name, value, found)) {
      problems.add(
          "topic %s has %s=%s, should have %s: kafka-configs.sh --alter --topic %s --add-config %s=%s"
              .formatted(topic, name, found, value, topic, name, value));
    }
  }

  /** A retention says for how long at least: who has room may keep more. */
  private static boolean keepsLonger(String name, String wanted, String found) {
    return name.equals(RETENTION)
        && found != null
        && (found.equals(UNLIMITED)
            || (!wanted.equals(UNLIMITED) && Long.parseLong(found) > Long.parseLong(wanted)));
  }

  private Map<String, Config> configs(Collection<String> topics) throws InterruptedException {
    List<ConfigResource> resources =
        topics.stream().map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic)).toList();
    Map<String, Config> configs = new HashMap<>();
    get(admin.describeConfigs(resources).all())
        .forEach((resource, found) -> configs.put(resource.name(), found));
    return configs;
  }

  private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      StartupException failed =
          new StartupException(
              List.of("the cluster does not answer: " + e.getCause().getMessage()));
      failed.initCause(e.getCause());
      throw failed;
    }
  }
}
