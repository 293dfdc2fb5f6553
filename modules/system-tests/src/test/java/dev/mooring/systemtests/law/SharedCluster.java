package dev.mooring.systemtests.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One broker and one registry for all tests that ask for a {@link Cluster}; each finds it empty.
 */
final class SharedCluster implements ParameterResolver, BeforeEachCallback {

  /** The cluster and where it lies. */
  private record Started(Cluster cluster, Path directory) implements AutoCloseable {

    static Started now() {
      try {
        Path directory = Files.createTempDirectory("mooring-cluster");
        return new Started(Cluster.start(directory), directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      cluster.close();
      Utils.delete(directory.toFile());
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    cluster(context).reset();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Cluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return cluster(context);
  }

  private static Cluster cluster(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedCluster.class))
        .computeIfAbsent(Started.class, none -> Started.now(), Started.class)
        .cluster();
  }
}
