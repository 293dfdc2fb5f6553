package dev.mooring.contract;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.City;
import dev.mooring.contract.row.BankMetrics;
import java.util.Set;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * The types that are generated from the schemas. Avro makes instances of classes named in schemas
 * only when it is told to trust them.
 */
public final class GeneratedTypes {

  private static final Set<String> PACKAGES =
      Set.of(
          Event.class.getPackageName(),
          City.class.getPackageName(),
          BankMetrics.class.getPackageName());

  private GeneratedTypes() {}

  /**
   * Tells Avro, for the whole process, to trust the generated types, beside whatever it trusts
   * already. Call it once at start-up, before the first event is built or decoded; to call it again
   * does nothing. Instead one may start Java with {@code
   * -Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.mooring.contract}.
   */
  public static synchronized void trust() {
    ClassSecurityValidator.ClassSecurityPredicate trusted = ClassSecurityValidator.getGlobal();
    if (!trusted.isTrusted(Event.class)) {
      ClassSecurityValidator.setGlobal(
          ClassSecurityValidator.composite(
              trusted, type -> PACKAGES.contains(type.getPackageName())));
    }
  }
}
