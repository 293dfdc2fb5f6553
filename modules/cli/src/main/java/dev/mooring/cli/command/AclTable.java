package dev.mooring.cli.command;

import dev.mooring.cli.acl.Grant;
import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.utils.SecurityUtils;

/** Grants as an answer. */
final class AclTable {

  private AclTable() {}

  /**
   * The fields of a grant.
   *
   * @param present those that the cluster has; empty when that is not known
   */
  static Columns<Grant> columns(Optional<Set<AclBinding>> present) {
    return Columns.of(
        List.of(
            Column.text("role", grant -> grant.role().toString()),
            Column.text("principal", Grant::principal),
            Column.text(
                "resource",
                grant -> SecurityUtils.resourceTypeName(grant.pattern().resourceType())),
            Column.text("name", grant -> grant.pattern().name()),
            Column.text(
                "pattern", grant -> grant.pattern().patternType().name().toLowerCase(Locale.ROOT)),
            Column.text("operation", grant -> SecurityUtils.operationName(grant.operation())),
            Column.text("action", grant -> action(grant, present))));
  }

  private static String action(Grant grant, Optional<Set<AclBinding>> present) {
    return present.filter(there -> there.contains(grant.binding())).isPresent() ? "none" : "create";
  }
}
