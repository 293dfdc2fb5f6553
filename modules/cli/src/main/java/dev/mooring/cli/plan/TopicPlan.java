package dev.mooring.cli.plan;

import dev.mooring.cli.plan.Step.AlterConfig;
import dev.mooring.cli.plan.Step.Cannot;
import dev.mooring.cli.plan.Step.CreateTopic;
import dev.mooring.cli.plan.Step.Note;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps for topics: those of the catalogue, and the internal ones of the live application. */
final class TopicPlan {

  static final String ARCHIVE =
      "cannot be changed: set topics.partitions=%d; or archive, and restore into new topics";
  private static final String NEW_LANE =
      "was made for another number of partitions of the events topic: replay into a new lane";
  private static final String REASSIGN =
      "kafka-reassign-partitions.sh changes the replicas of a topic; choose the brokers yourself";

  private final Wanted wanted;
  private final Map<String, TopicState> topics;
  private final int partitions;
  private final List<Step> steps = new ArrayList<>();

  TopicPlan(Wanted wanted, Map<String, TopicState> topics) {
    this.wanted = wanted;
    this.topics = topics;
    // Rows go with the events that are there: in another number they could never be used.
    this.partitions =
        find(Topics.EVENTS.name()).map(TopicState::partitions).orElse(wanted.partitions());
  }

  List<Step> steps() {
    wanted
        .catalogue()
        .forEach(
            topic ->
                find(topic.name())
                    .ifPresentOrElse(state -> compare(topic, state), () -> add(topic)));
    InternalTopic.of(wanted.application()).forEach(this::compareInternal);
    return steps;
  }

  private Optional<TopicState> find(String name) {
    return Optional.ofNullable(topics.get(name));
  }

  private void add(TopicSpec topic) {
    steps.add(new CreateTopic(topic.withPartitions(partitions), wanted.replication()));
  }

  private void compare(TopicSpec topic, TopicState state) {
    if (topic.equals(Topics.EVENTS)) {
      comparePartitions(topic.name(), state, wanted.partitions(), ARCHIVE);
    } else if (needsPartitionsOfEvents(topic)) {
      comparePartitions(topic.name(), state, partitions, ARCHIVE);
    }
    if (wanted.replication() > 0 && state.replication() != wanted.replication()) {
      differs("replication factor", topic.name(), state.replication(), wanted.replication());
    }
    topic.config().forEach((key, value) -> compare(topic.name(), state, key, value));
    steps.addAll(Notes.of(topic.name(), state));
  }

  /** Reference data and lane records are read whole: any number of partitions does. */
  private static boolean needsPartitionsOfEvents(TopicSpec topic) {
    return Stream.concat(Stream.of(Topics.REJECTED), Topics.OUTPUTS.stream())
        .anyMatch(topic::equals);
  }

  private void compareInternal(InternalTopic topic) {
    find(topic.name())
        .ifPresent(
            state -> {
              comparePartitions(topic.name(), state, partitions, NEW_LANE);
              topic.config().forEach((key, value) -> compare(topic.name(), state, key, value));
            });
  }

  private void comparePartitions(String name, TopicState state, int should, String advice) {
    if (state.partitions() != should) {
      steps.add(
          new Cannot(
              "partitions",
              name,
              Integer.toString(state.partitions()),
              Integer.toString(should),
              advice.formatted(state.partitions())));
    }
  }

  private void differs(String what, String name, int is, int should) {
    steps.add(new Cannot(what, name, Integer.toString(is), Integer.toString(should), REASSIGN));
  }

  private void compare(String name, TopicState state, String key, String should) {
    String is = state.config(key);
    if (is.equals(should)) {
      return;
    }
    if (Retention.wouldDelete(key, is, should)) {
      steps.add(new Note(key, name, is, "at least " + should, Retention.advice(name, key, should)));
    } else {
      steps.add(new AlterConfig(name, key, is, should));
    }
  }
}
