package dev.mooring.systemtests.containers;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;

/**
 * Finds out once whether containers can be had, and hands out the images. Where they cannot, it
 * says so where nobody can miss it.
 */
final class ContainersCondition implements ExecutionCondition, ParameterResolver {

  /** The images, or why there are none. */
  private record Found(Optional<Images> images, String reason) {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Found found = found(context);
    return found.images().isPresent()
        ? ConditionEvaluationResult.enabled(found.reason())
        : ConditionEvaluationResult.disabled(found.reason());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Images.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return found(context).images().orElseThrow();
  }

  private static Found found(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(ContainersCondition.class))
        .computeIfAbsent(Found.class, none -> find(), Found.class);
  }

  private static Found find() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return none("no Docker engine answers");
    }
    try {
      return new Found(Optional.of(Images.make()), "images were made");
    } catch (IOException cannot) {
      return none(cannot.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return none("interrupted");
    }
  }

  private static Found none(String reason) {
    String loud = "#### TESTS WITH CONTAINERS ARE SKIPPED: " + reason;
    System.out.println(loud);
    return new Found(Optional.empty(), loud);
  }
}
