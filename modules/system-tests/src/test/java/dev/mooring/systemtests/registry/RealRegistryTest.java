package dev.mooring.systemtests.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.Topics;
import dev.mooring.devstack.EmbeddedRegistry;
import dev.mooring.devstack.RegistryConfig;
import dev.mooring.registry.CompatibilityLevel;
import dev.mooring.registry.IncompatibleSchemaException;
import dev.mooring.registry.SchemaId;
import dev.mooring.registry.SchemaNotFoundException;
import dev.mooring.registry.SchemaRegistryClient;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a real schema registry. */
class RealRegistryTest {

  private static final Schema FIRST =
      SchemaBuilder.record("a.Note").fields().requiredString("text").endRecord();
  private static final Schema WITH_DEFAULT =
      SchemaBuilder.record("a.Note")
          .fields()
          .requiredString("text")
          .optionalString("author")
          .endRecord();
  private static final Schema WITHOUT_DEFAULT =
      SchemaBuilder.record("a.Note")
          .fields()
          .requiredString("text")
          .requiredInt("size")
          .endRecord();

  private static final Optional<CompatibilityLevel> FULL =
      Optional.of(CompatibilityLevel.FULL_TRANSITIVE);

  @TempDir private static Path directory;
  private static EmbeddedRegistry registry;
  private static SchemaRegistryClient client;

  @BeforeAll
  static void start() {
    registry = EmbeddedRegistry.start(new RegistryConfig(directory, 0));
    client = newClient();
  }

  private static SchemaRegistryClient newClient() {
    return new SchemaRegistryClient(
        dev.mooring.registry.RegistryConfig.from(Map.of("schema.registry.url", registry.url())));
  }

  @AfterAll
  static void stop() {
    client.close();
    registry.close();
  }

  @Test
  void shouldFindWhatWasRegistered() {
    // given
    Schema schema = Topics.EVENTS.schema().orElseThrow();

    // when
    int id = client.register(Topics.EVENTS.subject(), schema);

    // then
    try (SchemaRegistryClient other = newClient()) {
      assertThat(other.schemaById(id)).isEqualTo(schema);
      assertThat(other.lookup(Topics.EVENTS.subject(), schema)).isEqualTo(id);
      assertThat(other.register(Topics.EVENTS.subject(), schema)).isEqualTo(id);
      assertThat(other.latest(Topics.EVENTS.subject()))
          .satisfies(latest -> assertThat(latest.version()).isEqualTo(1))
          .satisfies(latest -> assertThat(latest.id()).isEqualTo(id))
          .satisfies(latest -> assertThat(latest.schema()).isEqualTo(schema));
    }
  }

  @Test
  void shouldLetASubjectGrowByFieldsWithDefaultsOnly() {
    // given
    String subject = "grows/with care-value";
    client.setCompatibility(subject, CompatibilityLevel.FULL_TRANSITIVE);
    int first = client.register(subject, FIRST);

    // when
    int second = client.register(subject, WITH_DEFAULT);

    // then
    assertThat(second).isNotEqualTo(first);
    assertThat(client.compatibility(subject)).contains(CompatibilityLevel.FULL_TRANSITIVE);
    assertThat(client.latest(subject).version()).isEqualTo(2);
    assertThat(client.incompatibilities(subject, WITH_DEFAULT)).isEmpty();
    assertThat(client.incompatibilities(subject, WITHOUT_DEFAULT)).isNotEmpty();
    assertThatThrownBy(() -> client.register(subject, WITHOUT_DEFAULT))
        .isInstanceOf(IncompatibleSchemaException.class)
        .hasMessageContaining(registry.url())
        .hasMessageContaining("subject " + subject);
  }

  @Test
  void shouldTellWhatIsNotThere() {
    // given
    client.register("there-value", FIRST);

    // when, then
    assertThatThrownBy(() -> client.schemaById(999_999))
        .isInstanceOf(SchemaNotFoundException.class)
        .hasMessageContaining("999999");
    assertThatThrownBy(() -> client.latest("not-there-value"))
        .isInstanceOf(SchemaNotFoundException.class)
        .hasMessageContaining("not-there-value");
    assertThatThrownBy(() -> client.lookup("not-there-value", FIRST))
        .isInstanceOf(SchemaNotFoundException.class);
    assertThatThrownBy(() -> client.lookup("there-value", WITH_DEFAULT))
        .isInstanceOf(SchemaNotFoundException.class);
    assertThat(client.incompatibilities("not-there-value", FIRST)).isEmpty();
    assertThat(client.compatibility("there-value")).contains(CompatibilityLevel.NONE);
  }

  /** Apicurio has no such part of the protocol; that must not look like a wrong address. */
  @Test
  void shouldTellThatARegistryAnswersNoGuids() {
    assertThatThrownBy(() -> client.schema(new SchemaId.Guid(new UUID(1, 2))))
        .isInstanceOf(SchemaNotFoundException.class)
        .hasMessageContaining("GUID 00000000-0000-0001-0000-000000000002")
        .hasMessageContaining("answers no GUIDs");
  }

  @Test
  void shouldDeleteASubjectWithAllThatBelongsToIt() {
    // given a schema that another subject has too
    String subject = "goes away/soon-value";
    client.setCompatibility(subject, CompatibilityLevel.FULL_TRANSITIVE);
    int id = client.register(subject, FIRST);
    client.register(subject, WITH_DEFAULT);
    client.register("stays-value", FIRST);
    assertThat(client.subjects()).contains(subject, "stays-value");

    // when
    client.deleteSubject(subject);
    client.deleteSubject(subject);

    // then
    assertThat(client.subjects()).contains("stays-value").doesNotContain(subject);
    assertThatThrownBy(() -> client.latest(subject)).isInstanceOf(SchemaNotFoundException.class);
    assertThat(client.compatibility(subject)).isNotEqualTo(FULL);
    try (SchemaRegistryClient other = newClient()) {
      assertThat(other.schemaById(id)).isEqualTo(FIRST);
    }
    assertThat(client.register(subject, WITHOUT_DEFAULT)).isPositive();
  }
}
