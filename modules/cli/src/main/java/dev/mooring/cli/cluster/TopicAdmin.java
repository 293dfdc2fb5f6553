package dev.mooring.cli.cluster;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.plan.TopicState;
import dev.mooring.cli.settings.Settings;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.topology.FreshTopics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the topics of the catalogue in a cluster, and makes those that are missing. */
public final class TopicAdmin implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicAdmin.class);

  /** A cluster that is not there is soon given up. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Admin admin;
  private final String bootstrap;
  private final ListenerProbe probe;

  /** Of the cluster that the settings name. */
  public TopicAdmin(Settings all) {
    Map<String, Object> settings = all.admin(PATIENCE);
    this.bootstrap = settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG).toString();
    this.probe = new ListenerProbe(settings);
    this.admin = Admin.create(settings);
  }

  /**
   * The topics of the catalogue that the cluster does not have.
   *
   * @throws CommandException when the cluster cannot be reached
   */
  public List<TopicSpec> missing() {
    Set<String> there = get(admin.listTopics().names());
    return Topics.all().stream().filter(topic -> !there.contains(topic.name())).toList();
  }

  /**
   * Makes the topics of the catalogue that are missing; those that are there stay as they are.
   *
   * @param partitions of each
   * @param replication copies of each; -1 for the broker's default
   * @return the topics that were made
   */
  public List<TopicSpec> create(int partitions, short replication) {
    List<TopicSpec> missing = missing();
    var made =
        admin.createTopics(
            missing.stream()
                .map(topic -> newTopic(topic.withPartitions(partitions), replication))
                .toList());
    made.values().forEach((name, future) -> created(name, future));
    awaitLed(missing, partitions);
    return missing;
  }

  /** So that whoever publishes next need not wait. The topics are made, whatever comes of it. */
  private void awaitLed(List<TopicSpec> made, int partitions) {
    try {
      FreshTopics.awaitLed(
          admin, made.stream().collect(Collectors.toMap(TopicSpec::name, topic -> partitions)));
    } catch (ExecutionException unanswered) {
      LOG.warn("the topics were made, but not every leader answers yet", unanswered.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted", stopped);
    }
  }

  /** Makes one topic, unless another process is quicker. */
  void create(TopicSpec topic, short replication) {
    admin
        .createTopics(List.of(newTopic(topic, replication)))
        .values()
        .forEach((name, future) -> created(name, future));
  }

  /** Sets some settings of a topic, together; all others stay as they are. */
  void alter(String topic, Map<String, String> settings) {
    List<AlterConfigOp> changes =
        settings.entrySet().stream()
            .map(
                one ->
                    new AlterConfigOp(
                        new ConfigEntry(one.getKey(), one.getValue()), AlterConfigOp.OpType.SET))
            .toList();
    try {
      get(admin.incrementalAlterConfigs(Map.of(resource(topic), changes)).all());
    } catch (CommandException failed) {
      throw new CommandException(
          "topic %s: %s cannot be set: %s".formatted(topic, settings, failed.getMessage()), failed);
    }
  }

  /** Those of some topics that are there, as they are. */
  Map<String, TopicState> states(Collection<String> topics) {
    Set<String> there = new TreeSet<>(get(admin.listTopics().names()));
    there.retainAll(topics);
    var descriptions = get(admin.describeTopics(there).allTopicNames());
    var configs =
        get(admin.describeConfigs(there.stream().map(TopicAdmin::resource).toList()).all());
    Map<String, TopicState> states = new HashMap<>();
    descriptions.forEach(
        (name, description) -> states.put(name, state(description, configs.get(resource(name)))));
    return states;
  }

  private static TopicState state(TopicDescription description, Config config) {
    Map<String, String> settings = new HashMap<>();
    config.entries().stream()
        .filter(entry -> entry.value() != null)
        .forEach(entry -> settings.put(entry.name(), entry.value()));
    int replication =
        description.partitions().stream()
            .mapToInt(partition -> partition.replicas().size())
            .min()
            .orElse(0);
    return new TopicState(description.partitions().size(), replication, settings);
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  @Override
  public void close() {
    admin.close();
  }

  private static NewTopic newTopic(TopicSpec topic, short replication) {
    Optional<Short> copies = replication < 0 ? Optional.empty() : Optional.of(replication);
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), copies)
        .configs(topic.config());
  }

  private void created(String name, KafkaFuture<Void> future) {
    try {
      get(future);
    } catch (CommandException failed) {
      if (failed.getCause() instanceof TopicExistsException) {
        return; // another process was quicker, and makes the same
      }
      throw new CommandException("topic " + name + ": " + failed.getMessage(), failed);
    }
  }

  private <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof TimeoutException) {
        throw new CommandException(
            "Kafka cannot be reached at "
                + bootstrap
                + "; "
                + probe
                    .mismatch()
                    .orElse(
                        "is it running, and is that its address? (`mooring config` shows where it"
                            + " is from)"),
            failed.getCause());
      }
      throw new CommandException(failed.getCause().getMessage(), failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted", stopped);
    }
  }
}
