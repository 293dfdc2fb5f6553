package dev.mooring.cli.cluster;

import dev.mooring.cli.plan.ClusterState;
import dev.mooring.cli.plan.InternalTopic;
import dev.mooring.cli.plan.Plan;
import dev.mooring.cli.plan.Step;
import dev.mooring.cli.plan.Step.CreateTopic;
import dev.mooring.cli.plan.Step.RegisterSchema;
import dev.mooring.cli.plan.Step.SetCompatibility;
import dev.mooring.cli.plan.TopicState;
import dev.mooring.cli.plan.Wanted;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.contract.Topics;
import dev.mooring.registry.SubjectRegistration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Compares a cluster with what Mooring needs, and puts it right. */
public final class Planning implements AutoCloseable {

  private final Settings settings;
  private final TopicAdmin topics;
  private final SubjectAdmin subjects;

  /** Of the cluster that the settings name. */
  public Planning(Settings settings) {
    this.settings = settings;
    this.subjects = new SubjectAdmin(settings.registry());
    this.topics = new TopicAdmin(settings);
  }

  /**
   * What differs.
   *
   * @throws dev.mooring.cli.CommandException when the cluster cannot be reached
   * @throws dev.mooring.registry.RegistryException when the registry cannot
   */
  public Plan plan() {
    String application = liveApplication();
    ClusterState state = new ClusterState(states(application), subjects.states(Topics.all()));
    return Plan.of(wanted(application), state);
  }

  /** What differs of the topics, among them the internal ones of an application. */
  public Plan topics(String application) {
    return Plan.ofTopics(wanted(application), states(application));
  }

  /** What differs of the subjects. */
  public Plan subjects() {
    return Plan.ofSubjects(
        wanted(settings.text(Setting.APPLICATION_ID)), subjects.states(Topics.all()));
  }

  /** The application.id of the live lane: a promotion gives it another than the settings name. */
  public String liveApplication() {
    return application(settings, topics);
  }

  /** Whether events and dead letters can be written to something. */
  public boolean hasInputTopics() {
    return topics.missing().stream()
        .noneMatch(topic -> topic.equals(Topics.EVENTS) || topic.equals(Topics.REJECTED));
  }

  /** Settings of an admin client that soon gives up on a cluster that is not there. */
  public Map<String, Object> connection() {
    return settings.admin(TopicAdmin.PATIENCE);
  }

  private Map<String, TopicState> states(String application) {
    Set<String> names = new HashSet<>();
    Topics.all().forEach(topic -> names.add(topic.name()));
    InternalTopic.of(application).forEach(topic -> names.add(topic.name()));
    return topics.states(names);
  }

  /**
   * Does what a plan says; what it cannot do is left. Another run goes on where one failed.
   *
   * @param done is told of each step when it has been done
   */
  public void apply(Plan plan, Consumer<Step> done) {
    Map<String, Map<String, String>> alterations = plan.alterations();
    for (Step step : plan.steps()) {
      switch (step) {
        case CreateTopic create -> topics.create(create.topic(), create.replication());
        case Step.AlterConfig alter -> alter(alter.name(), alterations);
        case SetCompatibility set -> subjects.setCompatibility(set.name());
        case RegisterSchema register -> subjects.register(register.topic());
        case Step.Cannot left -> {}
        case Step.Note note -> {}
      }
      done.accept(step);
    }
  }

  /**
   * The settings of a topic go together: what keeps records must not come after what drops them.
   */
  private void alter(String topic, Map<String, Map<String, String>> alterations) {
    Map<String, String> settingsOfTopic = alterations.remove(topic);
    if (settingsOfTopic != null) {
      topics.alter(topic, settingsOfTopic);
    }
  }

  private Wanted wanted(String application) {
    return new Wanted(
        Topics.all(),
        settings.number(Setting.PARTITIONS),
        (short) settings.number(Setting.REPLICATION),
        application,
        SubjectRegistration.isAllowed(settings.registry()));
  }

  /** A promotion gives the live lane another application than the settings name. */
  static String application(Settings settings, TopicAdmin topics) {
    return topics.missing().contains(Topics.LANES)
        ? settings.text(Setting.APPLICATION_ID)
        : new Cluster(settings).liveApplication();
  }

  @Override
  public void close() {
    topics.close();
    subjects.close();
  }
}
