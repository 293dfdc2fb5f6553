package dev.mooring.cli.doctor;

import dev.mooring.cli.Failures;
import dev.mooring.cli.cluster.ListenerProbe;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * Whether the brokers answer, and which they are.
 *
 * @param probe says more of brokers that do not answer
 */
record Brokers(Admin admin, String bootstrapServers, ListenerProbe probe) implements Check {

  private static final String METADATA_VERSION = "metadata.version";

  @Override
  public String name() {
    return "brokers";
  }

  @Override
  public String advice() {
    return "is Kafka running, is bootstrap.servers its address, and does what its brokers advertise"
        + " (advertised.listeners) lead here?";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    try {
      DescribeClusterResult cluster = admin.describeCluster();
      int brokers = cluster.nodes().get().size();
      String what =
          "%d at %s, cluster %s, %s"
              .formatted(brokers, bootstrapServers, cluster.clusterId().get(), version());
      return List.of(Finding.ok(name(), what));
    } catch (ExecutionException failed) {
      return List.of(Finding.failed(name(), Failures.inOneLine(failed), advice(failed.getCause())));
    }
  }

  private String advice(Throwable failure) {
    return failure instanceof AuthenticationException
        ? "they are there, but one side does not trust the other: docs/security.md"
        : probe.mismatch().orElseGet(this::advice);
  }

  private String version() throws ExecutionException, InterruptedException {
    Map<String, FinalizedVersionRange> features =
        admin.describeFeatures().featureMetadata().get().finalizedFeatures();
    FinalizedVersionRange metadata = features.get(METADATA_VERSION);
    return metadata == null
        ? "older than 3.0 or with ZooKeeper"
        : METADATA_VERSION + " level " + metadata.maxVersionLevel();
  }
}
