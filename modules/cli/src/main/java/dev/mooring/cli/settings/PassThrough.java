package dev.mooring.cli.settings;

import dev.mooring.contract.Suggestions;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.topology.OwnSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Settings that go to Kafka's clients, to Kafka Streams and to the registry's client as they are.
 *
 * <p>Plugins of these bring settings of their own, so an unknown name is no error by itself; one
 * that is nearly a known name is taken for a slip of the pen.
 */
enum PassThrough {
  // The particular prefixes come before the general one: the first that fits is taken.
  PRODUCER("kafka.producer."),
  CONSUMER("kafka.consumer."),
  ADMIN("kafka.admin."),
  STREAMS("kafka.streams."),
  ALL("kafka."),
  REGISTRY("registry.");

  /** What Mooring sets for itself in its other clients, so that its guarantees hold. */
  private static final Set<String> OWN =
      Set.of("key.serializer", "key.deserializer", "schema.registry.url");

  private static final Set<String> OF_REGISTRY = namesOfRegistry();

  private final String prefix;

  PassThrough(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }

  /** Where a key goes; empty when it is no setting that passes through. */
  static Optional<PassThrough> of(String key) {
    return Arrays.stream(values()).filter(to -> key.startsWith(to.prefix)).findFirst();
  }

  /** What is wrong with the name of a setting that passes through. */
  Optional<String> problem(String key) {
    String name = key.substring(prefix.length());
    if (OWN.contains(name) || OwnSettings.keys().contains(name)) {
      return Optional.of(key + ": Mooring sets this itself; leave it out");
    }
    Set<String> names = known();
    if (names.contains(name)) {
      return Optional.empty();
    }
    List<String> keys = names.stream().map(known -> prefix + known).toList();
    // A longer key may belong to a plugin, as value.deserializer.encoding does.
    return Suggestions.nearest(key, keys).stream()
        .filter(near -> !key.startsWith(near + "."))
        .findFirst()
        .map(near -> key + ": no such setting; did you mean " + near + "?");
  }

  private Set<String> known() {
    return switch (this) {
      case PRODUCER -> ProducerConfig.configNames();
      case CONSUMER -> ConsumerConfig.configNames();
      case ADMIN -> AdminClientConfig.configNames();
      case STREAMS -> StreamsConfig.configDef().names();
      case ALL -> namesOfAllClients();
      case REGISTRY -> OF_REGISTRY;
    };
  }

  private static Set<String> namesOfRegistry() {
    Set<String> names = new TreeSet<>(RegistryConfig.keys());
    names.addAll(
        Set.of(
            "url",
            "auto.register.schemas",
            "use.latest.version",
            "normalize.schemas",
            "value.subject.name.strategy"));
    return names;
  }

  private static Set<String> namesOfAllClients() {
    Set<String> names = new TreeSet<>(ProducerConfig.configNames());
    names.addAll(ConsumerConfig.configNames());
    names.addAll(AdminClientConfig.configNames());
    return names;
  }
}
