package dev.mooring.cli.plan;

import dev.mooring.contract.TopicSpec;
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
    List<Step> steps = new ArrayList<>(new TopicPlan(wanted, state.topics()).steps());
    SubjectPlan subjects = new SubjectPlan(wanted.mayRegister());
    for (TopicSpec topic : wanted.catalogue()) {
      if (topic.schema().isPresent()) {
        steps.addAll(subjects.steps(topic, state.subjects().get(topic.subject())));
      }
    }
    return new Plan(steps);
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
