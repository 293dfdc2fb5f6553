package dev.mooring.systemtests.dashboard;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One {@link Dashboard} for all tests that ask for it. What one publishes the others find, so each
 * has banks of its own. Where there is no browser they are skipped, and the build says so.
 */
final class SharedDashboard implements ParameterResolver, ExecutionCondition {

  private static final String NO_BROWSER =
      "THE DASHBOARD IS NOT TESTED: no Chromium. Install it (apt-get install chromium) or let"
          + " CHROMIUM name it.";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.executable().isPresent()) {
      return ConditionEvaluationResult.enabled("there is a Chromium");
    }
    System.err.println(NO_BROWSER);
    return ConditionEvaluationResult.disabled(NO_BROWSER);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Dashboard.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedDashboard.class))
        .computeIfAbsent(Dashboard.class, none -> start(), Dashboard.class);
  }

  private static Dashboard start() {
    try {
      return Dashboard.start();
    } catch (Exception e) {
      throw new IllegalStateException("the dashboard did not start", e);
    }
  }
}
