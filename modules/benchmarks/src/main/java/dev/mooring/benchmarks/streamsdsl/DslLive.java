package dev.mooring.benchmarks.streamsdsl;

import dev.mooring.benchmarks.engine.Job;
import dev.mooring.benchmarks.engine.LiveEngine;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;

/** The DSL of Kafka Streams, following a topic for as long as it is wanted. */
public final class DslLive implements LiveEngine {

  @Override
  public Running start(Job job, Runnable assigned) throws InterruptedException {
    boolean tuned = Boolean.parseBoolean(job.settings().get(DslRun.TUNED));
    Properties settings = DslRun.settings(job, tuned);
    DslTopology topology = new DslTopology(job.registry(), job.partitions(), tuned);
    KafkaStreams streams = new KafkaStreams(topology.build(settings), settings);
    DslRun.start(streams);
    assigned.run();
    return streams::close;
  }
}
