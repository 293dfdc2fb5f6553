package dev.mooring.cli.settings;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where tokens for OAUTHBEARER come from. Kafka's clients ask only the URLs and read only the files
 * that two system properties allow, as a guard against settings that strangers send. Mooring's are
 * its operator's own, so what they name is allowed, beside what the properties allow already.
 */
public final class OAuthPlaces {

  private static final String PREFIX = "sasl.oauthbearer.";
  private static final String URL = PREFIX + "token.endpoint.url";
  private static final Set<String> FILES =
      Set.of(
          PREFIX + "assertion.file",
          PREFIX + "assertion.private.key.file",
          PREFIX + "assertion.template.file");

  private OAuthPlaces() {}

  /** Allows what settings name, in this process. */
  public static void allow(Settings settings) {
    for (Value value : settings.values()) {
      if (isOf(value, URL)) {
        add("org.apache.kafka.sasl.oauthbearer.allowed.urls", value.value());
      } else if (FILES.stream().anyMatch(name -> isOf(value, name))) {
        add("org.apache.kafka.sasl.oauthbearer.allowed.files", value.value());
      }
    }
  }

  /** Whether it is the setting of some or all of Kafka's clients. */
  private static boolean isOf(Value value, String name) {
    return PassThrough.of(value.key())
        .filter(to -> to != PassThrough.REGISTRY)
        .filter(to -> value.key().equals(to.prefix() + name))
        .isPresent();
  }

  private static void add(String property, String place) {
    Set<String> places = new TreeSet<>();
    Arrays.stream(System.getProperty(property, "").split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .forEach(places::add);
    places.add(place);
    System.setProperty(property, String.join(",", places));
  }
}
