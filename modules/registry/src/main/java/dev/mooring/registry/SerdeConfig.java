package dev.mooring.registry;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * How the serdes use a registry, by Confluent's configuration keys.
 *
 * @param isKey whether keys are meant, not values
 * @param autoRegister register what is written ({@code auto.register.schemas}, default true)
 * @param useLatest write with the subject's latest schema ({@code use.latest.version}; counts only
 *     without autoRegister)
 * @param normalize let the registry compare schemas in normal form ({@code normalize.schemas})
 * @param specificReader read generated classes, not generic records ({@code specific.avro.reader})
 * @param strategy under which subjects
 */
record SerdeConfig(
    boolean isKey,
    boolean autoRegister,
    boolean useLatest,
    boolean normalize,
    boolean specificReader,
    SubjectNameStrategy strategy) {

  static final String AUTO_REGISTER = "auto.register.schemas";
  static final String USE_LATEST = "use.latest.version";
  static final String NORMALIZE = "normalize.schemas";
  static final String SPECIFIC_READER = "specific.avro.reader";
  static final String KEY_STRATEGY = "key.subject.name.strategy";
  static final String VALUE_STRATEGY = "value.subject.name.strategy";

  private static final ConfigDef KEYS =
      new ConfigDef()
          .define(AUTO_REGISTER, ConfigDef.Type.BOOLEAN, true, Importance.MEDIUM, "register")
          .define(USE_LATEST, ConfigDef.Type.BOOLEAN, false, Importance.LOW, "use the latest")
          .define(NORMALIZE, ConfigDef.Type.BOOLEAN, false, Importance.LOW, "normal form")
          .define(SPECIFIC_READER, ConfigDef.Type.BOOLEAN, false, Importance.MEDIUM, "classes");

  static SerdeConfig from(Map<String, ?> settings, boolean isKey) {
    Map<String, Object> parsed = KEYS.parse(settings);
    String strategyKey = isKey ? KEY_STRATEGY : VALUE_STRATEGY;
    Object strategy = settings.get(strategyKey);
    return new SerdeConfig(
        isKey,
        (boolean) parsed.get(AUTO_REGISTER),
        (boolean) parsed.get(USE_LATEST),
        (boolean) parsed.get(NORMALIZE),
        (boolean) parsed.get(SPECIFIC_READER),
        strategy == null
            ? SubjectNameStrategy.TOPIC
            : SubjectNameStrategy.parse(strategyKey, strategy));
  }
}
