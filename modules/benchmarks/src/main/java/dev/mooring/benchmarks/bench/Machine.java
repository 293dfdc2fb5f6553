package dev.mooring.benchmarks.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/** On what the figures were taken; without it they say little. */
public record Machine(
    String system,
    String processor,
    int processors,
    long memoryBytes,
    String jdk,
    String kafka,
    String avro) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** This one, now. */
  public static Machine current() {
    return new Machine(
        property("os.name") + " " + property("os.version"),
        processorModel().orElse(property("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize(),
        property("java.vm.name") + " " + Runtime.version(),
        AppInfoParser.getVersion(),
        Optional.ofNullable(org.apache.avro.Schema.class.getPackage().getImplementationVersion())
            .orElse("unknown"));
  }

  @Override
  public String toString() {
    return "%d x %s, %.1f GB, %s; %s; Kafka %s, Avro %s"
        .formatted(processors, processor, memoryBytes / 1e9, system, jdk, kafka, avro);
  }

  private static Optional<String> processorModel() {
    if (!Files.isReadable(CPU_INFO)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + CPU_INFO, e);
    }
  }

  private static String property(String name) {
    return System.getProperty(name);
  }
}
