package dev.mooring.cli.acl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.utils.SecurityUtils;

/**
 * Grants as lines of Kafka's own kafka-acls.sh, ready to run in a shell.
 *
 * @param bootstrapServers the brokers
 * @param commandConfig whether the brokers want to know who asks, so that the lines name a file of
 *     settings
 */
public record AclScript(String bootstrapServers, boolean commandConfig) {

  private record Target(String principal, ResourcePattern pattern) {}

  /** A line for each principal and resource. */
  public List<String> lines(List<Grant> grants) {
    Map<Target, List<AclOperation>> operations =
        grants.stream()
            .collect(
                Collectors.groupingBy(
                    grant -> new Target(grant.principal(), grant.pattern()),
                    LinkedHashMap::new,
                    Collectors.mapping(Grant::operation, Collectors.toList())));
    return operations.entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .toList();
  }

  private String line(Target target, List<AclOperation> operations) {
    return "kafka-acls.sh --bootstrap-server %s%s --add --allow-principal %s %s %s"
        .formatted(
            bootstrapServers,
            commandConfig ? " --command-config admin.properties" : "",
            quoted(target.principal()),
            operations.stream()
                .distinct()
                .map(operation -> "--operation " + SecurityUtils.operationName(operation))
                .collect(Collectors.joining(" ")),
            resource(target.pattern()));
  }

  private static String resource(ResourcePattern pattern) {
    String name =
        switch (pattern.resourceType()) {
          case TOPIC -> "--topic " + quoted(pattern.name());
          case GROUP -> "--group " + quoted(pattern.name());
          case TRANSACTIONAL_ID -> "--transactional-id " + quoted(pattern.name());
          case CLUSTER -> "--cluster";
          default -> throw new IllegalArgumentException("resource: " + pattern.resourceType());
        };
    return pattern.patternType() == PatternType.PREFIXED
        ? name + " --resource-pattern-type prefixed"
        : name;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
