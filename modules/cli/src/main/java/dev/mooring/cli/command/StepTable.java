package dev.mooring.cli.command;

import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.cli.plan.Step;
import java.util.List;
import java.util.function.Function;

/** Steps of a plan as an answer. */
final class StepTable {

  private StepTable() {}

  /** Steps to be done, or a line that says that there are none. */
  static void planned(Output output, List<Step> steps) {
    show(output, steps, Step::action);
  }

  /** Steps that were done, or a line that says that there were none. */
  static void done(Output output, List<Step> steps) {
    show(output, steps, Step::done);
  }

  private static void show(Output output, List<Step> steps, Function<Step, Object> action) {
    if (steps.isEmpty() && output.format() == Format.TABLE) {
      output.line("every topic and every schema is as it should be");
    } else {
      output.rows(columns(action), steps);
    }
  }

  private static Columns<Step> columns(Function<Step, Object> action) {
    return Columns.of(
        List.of(
            Column.text("action", action),
            Column.text("name", Step::name),
            Column.text("what", Step::what),
            Column.text("is", Step::is),
            Column.text("should", Step::shouldBe),
            Column.text("advice", step -> step.advice().isEmpty() ? null : step.advice())));
  }
}
