package dev.mooring.cli.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The steps from what a cluster has to what it should have.
 *
 * @param steps in the order in which they are to be done
 */
public record Plan(List<Step> steps) {

  public Plan {
    steps = List.copyOf(steps);
  }

  /** Compares; the same arguments make the same plan. */
  public static Plan of(Wanted wanted, ClusterState state) {
    List<Step> steps = new ArrayList<>(ofTopics(wanted, state.topics()).steps());
    steps.addAll(ofSubjects(wanted, state.subjects()).steps());
    return new Plan(steps);
  }

  /** Compares topics only. */
  public static Plan ofTopics(Wanted wanted, Map<String, TopicState> topics) {
    return new Plan(new TopicPlan(wanted, topics).steps());
  }

  /** Compares subjects only. */
  public static Plan ofSubjects(Wanted wanted, Map<String, SubjectState> subjects) {
    SubjectPlan plan = new SubjectPlan(wanted.mayRegister());
    return new Plan(
        wanted.catalogue().stream()
            .filter(topic -> topic.schema().isPresent())
            .flatMap(topic -> plan.steps(topic, subjects.get(topic.subject())).stream())
            .toList());
  }

  /** Whether anything differs; notes do not count. */
  public boolean hasFindings() {
    return steps.stream().anyMatch(Step::isFinding);
  }

  /** Whether anything differs that a person has to settle. */
  public boolean needsPerson() {
    return steps.stream().anyMatch(Step.Cannot.class::isInstance);
  }

  /** The settings to alter, by topic and then by Kafka's name: a topic's change together. */
  public Map<String, Map<String, String>> alterations() {
    Map<String, Map<String, String>> alterations = new TreeMap<>();
    for (Step step : steps) {
      if (step instanceof Step.AlterConfig alter) {
        alterations
            .computeIfAbsent(alter.name(), topic -> new TreeMap<>())
            .put(alter.what(), alter.shouldBe());
      }
    }
    return alterations;
  }
}
