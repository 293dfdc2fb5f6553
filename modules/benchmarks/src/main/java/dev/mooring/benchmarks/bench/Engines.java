package dev.mooring.benchmarks.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.benchmarks.engine.Job;
import dev.mooring.benchmarks.engine.LiveEngine;
import dev.mooring.benchmarks.engine.LiveMain;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Starts engines that follow a topic until they are stopped, each in a process of its own. */
public final class Engines {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Engines() {}

  /**
   * Starts one; it says the words of {@link LiveMain}.
   *
   * @param dir for what it says on standard error
   */
  public static ChildJvm start(
      Path dir, List<String> jvmOptions, Class<? extends LiveEngine> engine, Job job) {
    try {
      return ChildJvm.start(
          dir, jvmOptions, LiveMain.class, engine.getName(), JSON.writeValueAsString(job));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
