package dev.mooring.cli.doctor;

import dev.mooring.cli.plan.Plan;
import dev.mooring.cli.plan.Step;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether topics, or subjects, are as the catalogue says.
 *
 * @param plan makes the plan
 */
record PlanCheck(String name, Supplier<Plan> plan, String advice) implements Check {

  private static final String APPLY = "`mooring topics apply` puts it right";

  @Override
  public List<Finding> look() {
    Plan made = plan.get();
    if (!made.hasFindings()) {
      return List.of(Finding.ok(name, "as the catalogue says"));
    }
    return made.steps().stream().filter(Step::isFinding).map(this::finding).toList();
  }

  private Finding finding(Step step) {
    String what =
        "%s: %s is %s, should be %s"
            .formatted(step.name(), step.what(), step.is(), step.shouldBe());
    return Finding.failed(name, what, step.advice().isEmpty() ? APPLY : step.advice());
  }
}
