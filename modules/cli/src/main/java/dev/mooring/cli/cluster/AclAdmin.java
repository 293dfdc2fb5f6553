package dev.mooring.cli.cluster;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.acl.Grant;
import dev.mooring.cli.acl.Grants;
import dev.mooring.cli.acl.Role;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SecurityDisabledException;

/** The grants of a cluster: which are needed, which are there; and makes them. */
public final class AclAdmin implements AutoCloseable {

  /** Only brokers of 3.0 and later, without ZooKeeper, have this feature. */
  private static final String METADATA_VERSION = "metadata.version";

  private final Settings settings;
  private final Admin admin;

  /** Of the cluster that the settings name. */
  public AclAdmin(Settings settings) {
    this.settings = settings;
    this.admin = Admin.create(settings.admin(TopicAdmin.PATIENCE));
  }

  /** What principals must be allowed on this cluster. */
  public List<Grant> needed(Map<Role, String> principals) {
    String root = settings.text(Setting.APPLICATION_ID);
    return Grants.of(principals, root, liveApplication(), needsIdempotentWrite());
  }

  /**
   * Those that the cluster has already.
   *
   * @return empty when the brokers check none, or do not tell us
   */
  public Optional<Set<AclBinding>> present() {
    try {
      return Optional.of(new HashSet<>(get(admin.describeAcls(AclBindingFilter.ANY).values())));
    } catch (CommandException failed) {
      if (failed.getCause() instanceof SecurityDisabledException
          || failed.getCause() instanceof ClusterAuthorizationException) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /**
   * Makes grants; those that are there stay.
   *
   * @throws CommandException when the brokers check none, or we may not
   */
  public void create(Collection<Grant> grants) {
    get(admin.createAcls(grants.stream().map(Grant::binding).toList()).all());
  }

  @Override
  public void close() {
    admin.close();
  }

  private String liveApplication() {
    try (TopicAdmin topics = new TopicAdmin(settings)) {
      return Planning.application(settings, topics);
    }
  }

  private boolean needsIdempotentWrite() {
    return !get(admin.describeFeatures().featureMetadata())
        .finalizedFeatures()
        .containsKey(METADATA_VERSION);
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      throw new CommandException(advice(failed.getCause()), failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted", stopped);
    }
  }

  private static String advice(Throwable cause) {
    return switch (cause) {
      case SecurityDisabledException off ->
          "the brokers check no ACLs: set authorizer.class.name on them first";
      case ClusterAuthorizationException denied ->
          "not allowed: to create ACLs takes ALTER on the cluster, to see them DESCRIBE";
      default -> String.valueOf(cause.getMessage());
    };
  }
}
