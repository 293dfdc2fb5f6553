package dev.mooring.benchmarks.engine;

import java.nio.file.Path;
import java.util.Map;

/**
 * What an engine is to do.
 *
 * @param bootstrap the broker
 * @param registry URL of the schema registry
 * @param topic the events topic
 * @param partitions of the events topic, and of the topics of rows
 * @param events number of records in it
 * @param rows file for the rows that come of it
 * @param state empty directory for what the engine keeps on disk
 * @param settings the engine's own
 */
public record Job(
    String bootstrap,
    String registry,
    String topic,
    int partitions,
    long events,
    Path rows,
    Path state,
    Map<String, String> settings) {

  public Job {
    settings = Map.copyOf(settings);
  }
}
