package dev.mooring.topology.upgrade;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * All of a build that others meet in Kafka: those that run beside it, come after it, and read its
 * topics. It lies in the topology's jar, frozen, so that nobody has to run a build to know it.
 *
 * @param format of this description
 * @param digest of the topology: instances with others never fold the same lane
 * @param definition of the metrics, raised when the same events come to other rows
 * @param state format of changelogs and of messages between stages
 * @param topology lines of Kafka Streams' description: nodes, stores, topics
 * @param topics of the catalogue by name: what places their records, and what is kept of them
 * @param codes under which values are stored, by what they are of and by name
 * @param schemas of the topics' values by subject
 */
@JsonPropertyOrder({
  "format",
  "digest",
  "definition",
  "state",
  "topology",
  "topics",
  "codes",
  "schemas"
})
public record Build(
    int format,
    String digest,
    int definition,
    int state,
    List<String> topology,
    Map<String, String> topics,
    Map<String, Map<String, Integer>> codes,
    Map<String, JsonNode> schemas) {

  /** The format that this build writes and reads. */
  public static final int FORMAT = 1;

  public Build {
    topology = List.copyOf(topology);
    topics = Map.copyOf(topics);
    codes = Map.copyOf(codes);
    schemas = Map.copyOf(schemas);
  }
}
