package dev.mooring.cli.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All settings of one run of a command, checked, each with its origin. */
public final class Settings {

  private static final Duration ADMIN_PATIENCE = Duration.ofSeconds(30);

  private final SortedMap<String, Value> values;

  Settings(Map<String, Value> values) {
    this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Everything that has a value, in the order of the keys. */
  public Collection<Value> values() {
    return values.values();
  }

  /** The same settings for a cluster that runs elsewhere. */
  public Settings at(String bootstrapServers, String registryUrl) {
    Map<String, Value> moved = new HashMap<>(values);
    put(moved, Setting.BOOTSTRAP_SERVERS, bootstrapServers);
    put(moved, Setting.REGISTRY_URL, registryUrl);
    return new Settings(moved);
  }

  /** The value of a setting; empty when it has none, not even a default. */
  public Optional<String> find(Setting setting) {
    return Optional.ofNullable(values.get(setting.key())).map(Value::value);
  }

  /**
   * The value of a setting that the command cannot do without.
   *
   * @throws SettingsException when there is none; the message says how to give it
   */
  public String text(Setting setting) {
    return find(setting).orElseThrow(() -> new SettingsException(missing(setting)));
  }

  /** The value of a setting that is a whole number. */
  public int number(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  /** The value of a setting that is a path. */
  public Path path(Setting setting) {
    return Path.of(text(setting));
  }

  /** What Kafka's producer is told. */
  public Map<String, Object> producer() {
    return client(PassThrough.PRODUCER);
  }

  /** What Kafka's consumers are told. */
  public Map<String, Object> consumer() {
    return client(PassThrough.CONSUMER);
  }

  /** What Kafka's admin client is told: to give up sooner than after its own minute, too. */
  public Map<String, Object> admin() {
    return admin(ADMIN_PATIENCE);
  }

  /** The same for who gives up after a time of his own, where the settings name none. */
  public Map<String, Object> admin(Duration patience) {
    Map<String, Object> config = client(PassThrough.ADMIN);
    String millis = Long.toString(patience.toMillis());
    config.putIfAbsent("default.api.timeout.ms", millis);
    config.putIfAbsent("request.timeout.ms", millis);
    return config;
  }

  /** What Kafka Streams is told: its own settings, and those of the clients in it by prefix. */
  public Map<String, Object> streams() {
    Map<String, Object> config = client(PassThrough.STREAMS);
    passed(PassThrough.PRODUCER).forEach((key, value) -> config.put("producer." + key, value));
    passed(PassThrough.CONSUMER).forEach((key, value) -> config.put("consumer." + key, value));
    passed(PassThrough.ADMIN).forEach((key, value) -> config.put("admin." + key, value));
    return config;
  }

  /** What the registry's client and the serializers are told, by the keys of Confluent's. */
  public Map<String, Object> registry() {
    Map<String, Object> config = passed(PassThrough.REGISTRY);
    config.put("schema.registry.url", text(Setting.REGISTRY_URL));
    return config;
  }

  private Map<String, Object> client(PassThrough client) {
    Map<String, Object> config = passed(PassThrough.ALL);
    config.putAll(passed(client));
    config.put("bootstrap.servers", text(Setting.BOOTSTRAP_SERVERS));
    return config;
  }

  private Map<String, Object> passed(PassThrough to) {
    Map<String, Object> config = new HashMap<>();
    for (Value value : values.values()) {
      if (Setting.ofKey(value.key()).isEmpty()
          && PassThrough.of(value.key()).filter(to::equals).isPresent()) {
        config.put(value.key().substring(to.prefix().length()), value.value());
      }
    }
    return config;
  }

  private static void put(Map<String, Value> values, Setting setting, String value) {
    values.put(setting.key(), new Value(setting.key(), value, "this process"));
  }

  private static String missing(Setting setting) {
    String option =
        switch (setting) {
          case BOOTSTRAP_SERVERS -> "--bootstrap HOST:PORT";
          case REGISTRY_URL -> "--registry URL";
          default -> "it in the settings file";
        };
    return setting.key()
        + ": none given, and no stack of `mooring up` runs here; start one, or give "
        + option
        + " or "
        + setting.variable();
  }
}
