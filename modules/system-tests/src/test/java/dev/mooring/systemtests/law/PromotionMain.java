package dev.mooring.systemtests.law;

import dev.mooring.cli.Logging;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.Lane;
import dev.mooring.replay.lane.ClusterAccess;
import dev.mooring.replay.promote.Promotion;
import dev.mooring.replay.promote.PromotionStep;
import dev.mooring.view.ViewConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A promotion in a process of its own, which is gone as soon as it has reached a step. */
final class PromotionMain {

  private static final int KILLED = 137;
  private static final long TO_PROMOTE_S = 120;

  private PromotionMain() {}

  public static void main(String[] args) {
    Logging.toStandardError();
    GeneratedTypes.trust();
    PromotionStep last = PromotionStep.valueOf(args[4]);
    new Promotion(
            access(args[0], args[1], args[2]),
            Path.of(args[5]),
            Promotion.USUAL_MOST_BYTES,
            Clock.systemUTC())
        .run(
            new Lane(args[3]),
            step -> {
              if (step == last) {
                Runtime.getRuntime().halt(KILLED);
              }
            });
  }

  static ClusterAccess access(String bootstrap, String registry, String application) {
    Map<String, Object> connection = Map.of("bootstrap.servers", bootstrap);
    return new ClusterAccess(
        connection, ViewConfig.of(bootstrap, registry), connection, application);
  }

  /** Runs it until it has reached a step; nothing is closed or taken back then. */
  static void killAt(PromotionStep step, Cluster cluster, Lane lane, Path directory)
      throws IOException, InterruptedException {
    Path log = directory.resolve("promotion.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            PromotionMain.class.getName(),
            cluster.bootstrapServers(),
            cluster.registryUrl(),
            cluster.lane(),
            lane.name(),
            step.name(),
            directory.toString());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    if (!process.waitFor(TO_PROMOTE_S, TimeUnit.SECONDS) || process.exitValue() != KILLED) {
      process.destroyForcibly();
      throw new AssertionError(
          "did not reach %s:%n%s".formatted(step, java.nio.file.Files.readString(log)));
    }
  }
}
