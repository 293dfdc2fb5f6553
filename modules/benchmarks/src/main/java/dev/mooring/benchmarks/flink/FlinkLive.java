package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.engine.Job;
import dev.mooring.benchmarks.engine.LiveEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** Apache Flink, following a topic for as long as it is wanted. */
public final class FlinkLive implements LiveEngine {

  @Override
  public Running start(Job job, Runnable assigned) throws Exception {
    Path finished = Files.createDirectory(job.state().resolve("finished"));
    Configuration settings = FlinkRun.settings(job);
    int parallelism = settings.get(CoreOptions.DEFAULT_PARALLELISM);
    FlinkJob.Places places =
        new FlinkJob.Places(job.registry(), job.partitions(), finished.toString());
    var graph = new FlinkJob(job, places, parallelism, false).graph(settings);
    MiniCluster cluster = new MiniCluster(FlinkRun.clusterOf(settings, parallelism));
    cluster.start();
    JobID id = cluster.submitJob(graph).get().getJobID();
    FlinkRun.awaitRunning(cluster, id, cluster.requestJobResult(id));
    assigned.run();
    return () -> cluster.closeAsync().join();
  }
}
