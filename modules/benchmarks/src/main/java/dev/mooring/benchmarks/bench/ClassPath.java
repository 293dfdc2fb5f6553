package dev.mooring.benchmarks.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Of a JVM that must not see everything which this one sees. */
public final class ClassPath {

  private ClassPath() {}

  /** Options for this one's without the jars whose file names begin so. */
  public static List<String> without(String jar) {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(jar))
            .collect(Collectors.joining(File.pathSeparator));
    return List.of("-cp", path);
  }
}
