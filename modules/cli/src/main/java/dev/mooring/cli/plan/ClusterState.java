package dev.mooring.cli.plan;

import java.util.Map;

/**
 * What a cluster and its registry have of what Mooring needs.
 *
 * @param topics by name; a topic that is missing is not among them
 * @param subjects by name; every subject of the catalogue is among them
 */
public record ClusterState(Map<String, TopicState> topics, Map<String, SubjectState> subjects) {

  public ClusterState {
    topics = Map.copyOf(topics);
    subjects = Map.copyOf(subjects);
  }
}
