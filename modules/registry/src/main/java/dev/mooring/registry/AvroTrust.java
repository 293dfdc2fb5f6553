package dev.mooring.registry;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Adds Mooring's generated classes to those that Avro may make when it decodes. What Avro trusted
 * before, by default, by its system properties or by the application's word, it trusts still.
 *
 * @param before what decided until now
 */
record AvroTrust(ClassSecurityPredicate before) implements ClassSecurityPredicate {

  private static final String GENERATED = "dev.mooring.contract.";

  /** Avro has one such decision per process, so this is done once, and again only if undone. */
  static synchronized void ensure() {
    ClassSecurityPredicate current = ClassSecurityValidator.getGlobal();
    if (!(current instanceof AvroTrust)) {
      ClassSecurityValidator.setGlobal(new AvroTrust(current));
    }
  }

  @Override
  public boolean isTrusted(Class<?> type) {
    return type.getName().startsWith(GENERATED) || before.isTrusted(type);
  }

  @Override
  public void forbiddenClass(String name) {
    before.forbiddenClass(name);
  }
}
