package dev.mooring.cli.plan;

import dev.mooring.cli.plan.Step.Cannot;
import dev.mooring.cli.plan.Step.Note;
import dev.mooring.cli.plan.Step.RegisterSchema;
import dev.mooring.cli.plan.Step.SetCompatibility;
import dev.mooring.contract.TopicSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps for one subject. The compatibility comes first, so that the registry itself holds a new
 * schema against all before it.
 *
 * @param mayRegister whether schemas may be registered from here
 */
record SubjectPlan(boolean mayRegister) {

  private static final String SCHEMA = "schema";
  private static final String OURS = "this build's";

  List<Step> steps(TopicSpec topic, SubjectState state) {
    List<Step> steps = new ArrayList<>();
    if (!state.level().equals(Optional.of(SetCompatibility.LEVEL))) {
      steps.add(
          new SetCompatibility(topic.subject(), state.level().map(Enum::name).orElse("none")));
    }
    schema(topic, state).ifPresent(steps::add);
    return steps;
  }

  private Optional<Step> schema(TopicSpec topic, SubjectState state) {
    String subject = topic.subject();
    if (state.registered()) {
      return state.latestIsOurs()
          ? Optional.empty()
          : Optional.of(
              new Note(SCHEMA, subject, state.shown(), OURS, "a newer build has registered its"));
    }
    if (!state.incompatibilities().isEmpty()) {
      String why = String.join("; ", state.incompatibilities());
      return Optional.of(
          new Cannot(
              SCHEMA,
              subject,
              state.shown(),
              OURS,
              "run the build that wrote it, or one that follows it: not compatible: " + why));
    }
    return Optional.of(
        mayRegister
            ? new RegisterSchema(topic, state.shown())
            : new Cannot(
                SCHEMA,
                subject,
                state.shown(),
                OURS,
                "registry.auto.register.schemas=false: whoever may has to register it"));
  }
}
