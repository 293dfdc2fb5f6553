package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.engine.EngineRun;
import dev.mooring.benchmarks.engine.Job;
import dev.mooring.benchmarks.engine.Stopwatch;
import dev.mooring.benchmarks.rows.CommittedRows;
import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * F and FR: Apache Flink, exactly once. Its source ends where the topic ended when the job began,
 * and the job ends when its last checkpoint is complete and its transactions are committed. That
 * checkpoint is asked for as soon as all is read, so that nothing is waited for in vain.
 */
public final class FlinkRun implements EngineRun {

  /** Setting: {@code hashmap} or {@code rocksdb}. */
  public static final String BACKEND = "backend";

  /** Setting: milliseconds between checkpoints. */
  public static final String CHECKPOINT_MILLIS = "checkpoint.ms";

  private static final long PAUSE_MILLIS = 5;

  @Override
  public Outcome run(Job job, Stopwatch watch) throws Exception {
    try (CommittedRows committed = new CommittedRows(job.bootstrap(), Lane.LIVE, Topics.OUTPUTS)) {
      long events = fold(job, watch);
      return new Outcome(events, Optional.of(committed.read()));
    }
  }

  /** Returns how many events were accepted. */
  private static long fold(Job job, Stopwatch watch) throws Exception {
    Path finished = Files.createDirectory(job.state().resolve("finished"));
    Configuration settings = settings(job);
    int parallelism = settings.get(CoreOptions.DEFAULT_PARALLELISM);
    FlinkJob.Places places =
        new FlinkJob.Places(job.registry(), job.partitions(), finished.toString());
    var graph = new FlinkJob(job, places, parallelism, true).graph(settings);
    MiniCluster cluster = new MiniCluster(clusterOf(settings, parallelism));
    try {
      cluster.start();
      JobID id = cluster.submitJob(graph).get().getJobID();
      CompletableFuture<JobResult> result = cluster.requestJobResult(id);
      awaitRunning(cluster, id, result);
      watch.start();
      awaitEnd(cluster, id, result, finished);
      watch.stop();
      return result
          .get()
          .toJobExecutionResult(FlinkRun.class.getClassLoader())
          .<Long>getAccumulatorResult(RelationshipOperator.EVENTS);
    } finally {
      cluster.close();
    }
  }

  static Configuration settings(Job job) {
    Duration checkpoints = Duration.ofMillis(Long.parseLong(job.settings().get(CHECKPOINT_MILLIS)));
    return FlinkSettings.of(job.settings().get(BACKEND), checkpoints, job.state());
  }

  static MiniClusterConfiguration clusterOf(Configuration settings, int slots) {
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(settings)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(slots)
        .withRandomPorts()
        .build();
  }

  static void awaitRunning(MiniCluster cluster, JobID id, CompletableFuture<JobResult> result)
      throws Exception {
    while (!result.isDone() && !isRunning(cluster, id)) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static boolean isRunning(MiniCluster cluster, JobID id) throws Exception {
    var vertices = cluster.getExecutionGraph(id).get().getAllExecutionVertices();
    return StreamSupport.stream(vertices.spliterator(), false)
        .allMatch(vertex -> vertex.getExecutionState() == ExecutionState.RUNNING);
  }

  private static void awaitEnd(
      MiniCluster cluster, JobID id, CompletableFuture<JobResult> result, Path finished)
      throws Exception {
    while (!result.isDone()) {
      if (isMarked(finished)) {
        checkpoint(cluster, id, result);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /**
   * One that is under way when all is read is not the last, nor can another begin meanwhile. And
   * one that the end of the job overtakes is never answered.
   */
  private static void checkpoint(MiniCluster cluster, JobID id, CompletableFuture<JobResult> result)
      throws InterruptedException {
    try {
      CompletableFuture.anyOf(cluster.triggerCheckpoint(id), result).get();
    } catch (ExecutionException e) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static boolean isMarked(Path finished) throws Exception {
    try (Stream<Path> marks = Files.list(finished)) {
      return marks.findAny().isPresent();
    }
  }
}
