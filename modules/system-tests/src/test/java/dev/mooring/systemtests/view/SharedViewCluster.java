package dev.mooring.systemtests.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One {@link ViewCluster} for all tests that ask for it. */
final class SharedViewCluster implements ParameterResolver {

  private record Started(ViewCluster cluster, Path directory) implements AutoCloseable {

    static Started now() {
      try {
        Path directory = Files.createTempDirectory("mooring-view");
        return new Started(new ViewCluster(directory), directory);
      } catch (Exception e) {
        throw new IllegalStateException("the cluster did not start", e);
      }
    }

    @Override
    public void close() throws IOException {
      cluster.close();
      Utils.delete(directory.toFile());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ViewCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedViewCluster.class))
        .computeIfAbsent(Started.class, none -> Started.now(), Started.class)
        .cluster();
  }
}
