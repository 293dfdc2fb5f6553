package dev.mooring.cli.acl;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * One thing that a principal must be allowed, from any host.
 *
 * @param role what the principal does
 * @param principal as Kafka writes it: {@code User:feed}
 * @param pattern what it is allowed on
 * @param operation what it is allowed
 */
public record Grant(Role role, String principal, ResourcePattern pattern, AclOperation operation) {

  private static final String ANY_HOST = "*";

  /** As Kafka keeps it. */
  public AclBinding binding() {
    return new AclBinding(
        pattern, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
  }
}
