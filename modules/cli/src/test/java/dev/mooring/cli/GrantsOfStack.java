package dev.mooring.cli;

import dev.mooring.cli.acl.Grant;
import dev.mooring.cli.acl.Grants;
import dev.mooring.cli.acl.Role;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.awaitility.Awaitility;

/** The grants of the users of a stack, and what it is to lack one. */
final class GrantsOfStack {

  private static final String APPLICATION = "mooring";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final SecuredStack stack;

  GrantsOfStack(SecuredStack stack) {
    this.stack = stack;
  }

  /** What `mooring topics plan --acls` prints. */
  static List<Grant> all() {
    return Grants.of(
        Map.of(
            Role.PUBLISHER, "User:" + SecuredStack.PUBLISHER,
            Role.TOPOLOGY, "User:" + SecuredStack.TOPOLOGY,
            Role.READER, "User:" + SecuredStack.READER),
        APPLICATION,
        APPLICATION,
        false);
  }

  static List<Grant> of(Role role) {
    return all().stream().filter(grant -> grant.role() == role).toList();
  }

  /**
   * One grant of each kind of the topology: an instance takes a second to start. To make an
   * internal topic is asked for once only, and that purging fails is not told, as it does no harm
   * but to the disk.
   */
  static Collection<Grant> oneOfEachKindOfTopology() {
    Map<String, Grant> kinds = new LinkedHashMap<>();
    of(Role.TOPOLOGY).stream()
        .filter(
            grant -> !Set.of(AclOperation.CREATE, AclOperation.DELETE).contains(grant.operation()))
        .forEach(
            grant ->
                kinds.putIfAbsent(
                    grant.operation()
                        + (grant.pattern().name().startsWith(APPLICATION + "-") ? "internal" : "")
                        + grant.pattern().resourceType(),
                    grant));
    return kinds.values();
  }

  /** What comes of work while a grant is taken away. */
  <T> T without(Grant grant, Callable<T> work) throws Exception {
    try (Admin admin = Admin.create(stack.settings(SecuredStack.ADMIN).admin())) {
      admin.deleteAcls(List.of(grant.binding().toFilter())).all().get();
      awaitAcl(admin, grant, false);
      try {
        return work.call();
      } finally {
        admin.createAcls(List.of(grant.binding())).all().get();
        awaitAcl(admin, grant, true);
      }
    }
  }

  /** The broker that answers is the one that checks. */
  private static void awaitAcl(Admin admin, Grant grant, boolean there) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> admin.describeAcls(grant.binding().toFilter()).values().get().isEmpty() != there);
  }
}
