package dev.mooring.benchmarks.flink;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/**
 * The settings that served best: docs/benchmarks/README.md says which were tried. To try another,
 * give it to the JVM with {@value #TRIED} before its name.
 */
final class FlinkSettings {

  private static final String TRIED = "flink.";

  private FlinkSettings() {}

  /**
   * Settings of cluster and job.
   *
   * @param backend {@code hashmap} or {@code rocksdb}
   * @param dir for checkpoints and for what a backend keeps on disk
   */
  static Configuration of(String backend, Duration checkpoints, Path dir) {
    Configuration settings = new Configuration();
    settings.set(RestOptions.PORT, 0);
    settings.set(CoreOptions.DEFAULT_PARALLELISM, 1);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ZERO);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints);
    settings.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, dir.resolve("checkpoints").toUri().toString());
    settings.set(CheckpointingOptions.FS_WRITE_BUFFER_SIZE, 256 * 1024);
    settings.set(StateBackendOptions.STATE_BACKEND, backend);
    if (backend.equals("rocksdb")) {
      rocksDb(settings, dir);
    }
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(TRIED))
        .forEach(
            name -> settings.setString(name.substring(TRIED.length()), System.getProperty(name)));
    return settings;
  }

  private static void rocksDb(Configuration settings, Path dir) {
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
    settings.set(RocksDBOptions.LOCAL_DIRECTORIES, dir.resolve("rocksdb").toString());
    settings.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
  }
}
