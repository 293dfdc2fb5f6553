package dev.mooring.systemtests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the layout promises and no compiler checks. */
@AnalyzeClasses(packages = "dev.mooring", importOptions = ArchitectureTest.Product.class)
class ArchitectureTest {

  /** What is shipped: no tests, and no jars of tests. */
  static final class Product implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("test-classes") && !location.contains("-tests.jar");
    }
  }

  private static final String CONTRACT = "dev.mooring.contract..";
  private static final String METRICS = "dev.mooring.metrics..";
  private static final String TOPOLOGY = "dev.mooring.topology..";
  private static final String KAFKA = "org.apache.kafka..";

  @ArchTest
  static final ArchRule METRICS_ARE_PURE =
      noClasses()
          .that()
          .resideInAPackage(METRICS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(KAFKA, "java.net..", "java.nio.file..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.io\\.(?!Serializable|IOException|UncheckedIOException|ByteArrayOutputStream).*")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .because("the metrics are a function of the set of events, of no clock and no network");

  @ArchTest
  static final ArchRule CONTRACT_IS_OF_NO_BROKER =
      noClasses()
          .that()
          .resideInAPackage(CONTRACT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(KAFKA)
          .because("the contract is what all agree on, in whatever way they talk");

  @ArchTest
  static final ArchRule INTERNALS_OF_KAFKA_STREAMS_ARE_KEPT_IN_TWO_CLASSES =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.mooring.topology.state.HeapStore")
          .and()
          .doNotHaveFullyQualifiedName("dev.mooring.topology.state.CommitForwarding")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka.streams.processor.internals..",
              "org.apache.kafka.streams.state.internals..",
              "org.apache.kafka.streams.kstream.internals..",
              "org.apache.kafka.streams.internals..")
          .because("what a new version of Kafka may change is looked after in one place");

  @ArchTest
  static final ArchRule MODULES_KNOW_ONLY_THOSE_ABOVE_THEM =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.mooring..")
          .layer("contract")
          .definedBy(CONTRACT)
          .layer("registry")
          .definedBy("dev.mooring.registry..")
          .layer("metrics")
          .definedBy(METRICS)
          .layer("topology")
          .definedBy(TOPOLOGY)
          .layer("publisher")
          .definedBy("dev.mooring.publisher..")
          .layer("view")
          .definedBy("dev.mooring.view..")
          .layer("replay")
          .definedBy("dev.mooring.replay..")
          .layer("devstack")
          .definedBy("dev.mooring.devstack..")
          .layer("sink")
          .definedBy("dev.mooring.sink..")
          .layer("cli")
          .definedBy("dev.mooring.cli..")
          .whereLayer("contract")
          .mayNotAccessAnyLayer()
          .whereLayer("registry")
          .mayOnlyAccessLayers("contract")
          .whereLayer("metrics")
          .mayOnlyAccessLayers("contract")
          .whereLayer("topology")
          .mayOnlyAccessLayers("contract", "registry", "metrics")
          .whereLayer("publisher")
          .mayOnlyAccessLayers("contract", "registry")
          .whereLayer("view")
          .mayOnlyAccessLayers("contract", "registry", "metrics")
          .whereLayer("replay")
          .mayOnlyAccessLayers("contract", "registry", "metrics", "topology", "publisher", "view")
          .whereLayer("devstack")
          .mayNotAccessAnyLayer()
          .whereLayer("sink")
          .mayOnlyAccessLayers("contract", "registry")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();
}
