package dev.mooring.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.metrics.Definition;
import dev.mooring.topology.stage.StageTools;
import dev.mooring.topology.state.DossierState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.avro.SchemaNormalization;

/**
 * What tells topologies apart that must not fold the same lane: SHA-256, in hexadecimal, over the
 * described topology, the schemas of its rows, the version of the metrics' definition and the
 * format of its state. It is the same whatever the lane, the machine and the cluster.
 */
public final class TopologyDigest {

  private TopologyDigest() {}

  /** The digest of this build's topology under a configuration. */
  public static String of(TopologyConfig config) {
    MessageDigest sha = sha256();
    sha.update(description(config).getBytes(UTF_8));
    for (TopicSpec topic : Topics.OUTPUTS) {
      sha.update(SchemaNormalization.toParsingForm(topic.schema().orElseThrow()).getBytes(UTF_8));
    }
    sha.update(config.rowSerializer().getBytes(UTF_8));
    sha.update(Integer.toString(Definition.VERSION).getBytes(UTF_8));
    sha.update((" state " + DossierState.FORMAT).getBytes(UTF_8));
    return HexFormat.of().formatHex(sha.digest());
  }

  /** Kafka Streams' own description of this build's topology under a configuration. */
  public static String description(TopologyConfig config) {
    StageTools none = new StageTools(Lane.LIVE, id -> Optional.empty(), () -> null, () -> "");
    return new MooringTopology(config.partitions(), none, DossierState::new)
        .build(StreamsSettings.of(config, "none"))
        .describe()
        .toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
