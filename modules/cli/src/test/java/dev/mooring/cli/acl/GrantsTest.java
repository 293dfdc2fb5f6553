package dev.mooring.cli.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class GrantsTest {

  private static final Map<Role, String> FEED = Map.of(Role.PUBLISHER, "User:feed");
  private static final Map<Role, String> ALL =
      Map.of(
          Role.PUBLISHER, "User:p",
          Role.TOPOLOGY, "User:t",
          Role.READER, "User:r",
          Role.ADMINISTRATOR, "User:a");

  @Test
  void shouldLetAPublisherWriteEventsAndReadReferenceDataOnly() {
    List<Grant> grants = Grants.of(FEED, "mooring", "mooring", false);

    assertThat(new AclScript("kafka:9092", false).lines(grants))
        .containsExactly(
            line("feed", "Write", "mooring.events.v1"),
            line("feed", "Read", "mooring.cities.v1"),
            line("feed", "Read", "mooring.banks.v1"),
            line("feed", "Read", "mooring.firms.v1"));
  }

  @Test
  void shouldAskForIdempotentWriteOnOldBrokersOnly() {
    assertThat(Grants.of(FEED, "mooring", "mooring", true))
        .filteredOn(grant -> grant.pattern().resourceType() == ResourceType.CLUSTER)
        .extracting(Grant::operation)
        .containsExactly(AclOperation.IDEMPOTENT_WRITE);
  }

  @Test
  void shouldLetOnlyTheAdministratorChangeTheCluster() {
    assertThat(Grants.of(ALL, "mooring", "mooring", false))
        .filteredOn(grant -> grant.pattern().resourceType() == ResourceType.CLUSTER)
        .extracting(Grant::principal)
        .containsOnly("User:a");
  }

  @Test
  void shouldLetNobodyButTheAdministratorMakeOrDeleteWhatIsNotInternal() {
    assertThat(Grants.of(ALL, "mooring", "mooring", false))
        .filteredOn(grant -> grant.role() != Role.ADMINISTRATOR)
        .filteredOn(
            grant ->
                grant.operation() == AclOperation.CREATE
                    || grant.operation() == AclOperation.DELETE)
        .allSatisfy(grant -> assertThat(grant.pattern().name()).startsWith("mooring-"));
  }

  @Test
  void shouldFollowThePromotedApplication() {
    List<Grant> grants =
        Grants.of(Map.of(Role.TOPOLOGY, "User:t"), "mooring", "mooring-shadow-1", false);

    assertThat(grants)
        .filteredOn(grant -> grant.pattern().resourceType() != ResourceType.TOPIC)
        .extracting(grant -> grant.pattern().name())
        .containsExactly("mooring-shadow-1", "mooring-shadow-1-");
    assertThat(grants)
        .filteredOn(grant -> grant.pattern().patternType() == PatternType.PREFIXED)
        .extracting(grant -> grant.pattern().resourceType())
        .containsExactly(ResourceType.TRANSACTIONAL_ID);
  }

  @Test
  void shouldWriteLinesThatAShellTakesAsTheyAre() {
    List<Grant> grants =
        Grants.of(Map.of(Role.READER, "User:CN=O'Neil,O=x"), "mooring", "mooring", false);

    assertThat(new AclScript("kafka:9092", true).lines(grants))
        .allMatch(line -> line.contains("--command-config admin.properties"))
        .allMatch(line -> line.contains("--allow-principal 'User:CN=O'\\''Neil,O=x'"))
        .last()
        .asString()
        .endsWith("--operation Describe --group 'mooring'");
  }

  private static String line(String user, String operation, String topic) {
    return "kafka-acls.sh --bootstrap-server kafka:9092 --add --allow-principal 'User:%s' --operation %s --topic '%s'"
        .formatted(user, operation, topic);
  }
}
