package dev.mooring.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mooring.cli.plan.Step.AlterConfig;
import dev.mooring.cli.plan.Step.Cannot;
import dev.mooring.cli.plan.Step.CreateTopic;
import dev.mooring.cli.plan.Step.Note;
import dev.mooring.cli.plan.Step.RegisterSchema;
import dev.mooring.cli.plan.Step.SetCompatibility;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.registry.CompatibilityLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final SubjectState NONE =
      new SubjectState(Optional.empty(), false, Optional.empty(), false, List.of());
  private static final Optional<CompatibilityLevel> GUARDED =
      Optional.of(CompatibilityLevel.FULL_TRANSITIVE);

  private final Map<String, TopicState> topics = new HashMap<>();
  private final Map<String, SubjectState> subjects = new HashMap<>();
  private short replication = -1;
  private int partitions = 4;
  private boolean mayRegister = true;

  PlanTest() {
    for (TopicSpec topic : Topics.all()) {
      topics.put(topic.name(), new TopicState(4, 1, topic.config()));
      subjects.put(
          topic.subject(), new SubjectState(GUARDED, true, Optional.of(1), true, List.of()));
    }
  }

  @Test
  void shouldFindNothingWhereAllIsAsTheCatalogueSays() {
    assertThat(plan().steps()).isEmpty();
    assertThat(plan().hasFindings()).isFalse();
  }

  @Test
  void shouldMakeEverythingInAnEmptyCluster() {
    topics.clear();
    subjects.replaceAll((name, state) -> NONE);
    replication = 3;
    partitions = 12;

    List<Step> steps = plan().steps();

    assertThat(steps.subList(0, Topics.all().size()))
        .containsExactlyElementsOf(
            Topics.all().stream()
                .map(topic -> (Step) new CreateTopic(topic.withPartitions(12), (short) 3))
                .toList());
    assertThat(steps)
        .containsSubsequence(
            new SetCompatibility("mooring.events.v1-value", "none"),
            new RegisterSchema(Topics.EVENTS, "none"));
    assertThat(plan().needsPerson()).isFalse();
  }

  @Test
  void shouldMakeMissingRowsInAsManyPartitionsAsTheEventsThatAreThere() {
    topics.put(Topics.EVENTS.name(), new TopicState(8, 1, Topics.EVENTS.config()));
    topics.keySet().removeIf(name -> !name.equals(Topics.EVENTS.name()));

    assertThat(plan().steps())
        .contains(new CreateTopic(Topics.MOORINGS.withPartitions(8), (short) -1))
        .filteredOn(Cannot.class::isInstance)
        .singleElement()
        .extracting(Step::what, Step::is, Step::shouldBe)
        .containsExactly("partitions", "8", "4");
  }

  @Test
  void shouldLeaveOtherPartitionsToThePersonAndSayHow() {
    topics.put(Topics.MOORINGS.name(), new TopicState(3, 1, Topics.MOORINGS.config()));
    topics.put(Topics.CITIES.name(), new TopicState(1, 1, Topics.CITIES.config()));

    assertThat(plan().steps()).singleElement().isInstanceOf(Cannot.class);
    assertThat(plan().steps().getFirst().name()).isEqualTo(Topics.MOORINGS.name());
    assertThat(plan().steps().getFirst().advice()).contains("archive", "restore");
    assertThat(plan().needsPerson()).isTrue();
  }

  @Test
  void shouldAlterOnlyTheSettingsThatDiffer() {
    with(Topics.EVENTS, Map.of("retention.ms", "604800000", "retention.bytes", "1000"));
    with(Topics.BANK_METRICS, Map.of("cleanup.policy", "delete"));

    assertThat(plan().alterations())
        .isEqualTo(
            Map.of(
                Topics.EVENTS.name(), Map.of("retention.ms", "-1", "retention.bytes", "-1"),
                Topics.BANK_METRICS.name(), Map.of("cleanup.policy", "compact")));
    assertThat(plan().steps())
        .contains(
            new AlterConfig(Topics.BANK_METRICS.name(), "cleanup.policy", "delete", "compact"))
        .hasSize(3);
  }

  @Test
  void shouldNotShortenARetentionByItself() {
    with(Topics.REJECTED, Map.of("retention.ms", "-1"));

    assertThat(plan().steps()).singleElement().isInstanceOf(Note.class);
    assertThat(plan().steps().getFirst().advice())
        .contains("kafka-configs.sh", Topics.REJECTED.name(), "retention.ms=7776000000");
  }

  @Test
  void shouldSayOfReplicasWhatIsForThePersonToDo() {
    replication = 3;

    assertThat(plan().steps())
        .hasSize(Topics.all().size())
        .allSatisfy(
            step -> {
              assertThat(step).isInstanceOf(Cannot.class);
              assertThat(step.what()).isEqualTo("replication factor");
              assertThat(step.advice()).contains("kafka-reassign-partitions.sh");
            });
  }

  @Test
  void shouldNoteReplicasThatNeedNotBeInSync() {
    topics.put(Topics.EVENTS.name(), new TopicState(4, 3, inSync(1)));
    assertThat(plan().steps()).singleElement().isInstanceOf(Note.class);
    assertThat(plan().hasFindings()).isFalse();

    topics.put(Topics.EVENTS.name(), new TopicState(4, 1, inSync(2)));
    assertThat(plan().hasFindings()).isTrue();
  }

  @Test
  void shouldCompareInternalTopicsThatAreThere() {
    topics.put(
        "mooring-tallies-changelog", new TopicState(4, 1, Map.of("cleanup.policy", "delete")));
    topics.put(
        "mooring-differences-repartition",
        new TopicState(
            2,
            1,
            Map.of("cleanup.policy", "delete", "retention.ms", "1000", "retention.bytes", "-1")));

    assertThat(plan().steps())
        .extracting(Step::action, Step::name, Step::what)
        .containsExactlyInAnyOrder(
            tuple("alter", "mooring-tallies-changelog", "cleanup.policy"),
            tuple("alter", "mooring-differences-repartition", "retention.ms"),
            tuple("cannot", "mooring-differences-repartition", "partitions"));
  }

  @Test
  void shouldRegisterASchemaThatGoesWithTheOnesBefore() {
    subject(new SubjectState(GUARDED, false, Optional.of(2), false, List.of()));
    assertThat(plan().steps()).containsExactly(new RegisterSchema(Topics.EVENTS, "version 2"));

    mayRegister = false;
    assertThat(plan().needsPerson()).isTrue();
    assertThat(plan().steps().getFirst().advice()).contains("auto.register.schemas");
  }

  @Test
  void shouldNotRegisterASchemaThatDoesNot() {
    subject(new SubjectState(GUARDED, false, Optional.of(2), false, List.of("field id is gone")));

    assertThat(plan().steps()).singleElement().isInstanceOf(Cannot.class);
    assertThat(plan().steps().getFirst().advice()).contains("field id is gone");
  }

  @Test
  void shouldNoteANewerSchema() {
    subject(new SubjectState(GUARDED, true, Optional.of(3), false, List.of()));

    assertThat(plan().steps()).singleElement().isInstanceOf(Note.class);
    assertThat(plan().hasFindings()).isFalse();
  }

  @Test
  void shouldDemandCompatibility() {
    subject(
        new SubjectState(
            Optional.of(CompatibilityLevel.BACKWARD), true, Optional.of(1), true, List.of()));

    assertThat(plan().steps())
        .containsExactly(new SetCompatibility("mooring.events.v1-value", "BACKWARD"));
  }

  private Plan plan() {
    return Plan.of(
        new Wanted(Topics.all(), partitions, replication, "mooring", mayRegister),
        new ClusterState(topics, subjects));
  }

  private void with(TopicSpec topic, Map<String, String> different) {
    Map<String, String> config = new HashMap<>(topic.config());
    config.putAll(different);
    topics.put(topic.name(), new TopicState(4, 1, config));
  }

  private void subject(SubjectState state) {
    subjects.put(Topics.EVENTS.subject(), state);
  }

  private static Map<String, String> inSync(int replicas) {
    Map<String, String> config = new HashMap<>(Topics.EVENTS.config());
    config.put("min.insync.replicas", Integer.toString(replicas));
    return config;
  }
}
