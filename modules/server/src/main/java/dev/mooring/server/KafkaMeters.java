package dev.mooring.server;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The metrics of all Kafka clients of this process, and of Kafka Streams when the topology runs
 * here. Kafka shows them by JMX, whoever made the client; those of single partitions and nodes are
 * left out, as there are thousands.
 */
final class KafkaMeters {

  private static final Set<String> DOMAINS =
      Set.of("kafka.consumer", "kafka.producer", "kafka.admin.client", "kafka.streams");
  private static final Set<String> FINE = Set.of("partition", "node-id", "topic");
  private static final Pattern NO_NAME = Pattern.compile("[^a-zA-Z0-9_]");

  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

  /** All of them, in Prometheus' text format. */
  String scrape() {
    Map<String, StringBuilder> families = new TreeMap<>();
    for (String domain : DOMAINS) {
      for (ObjectName name : beans.queryNames(pattern(domain), null)) {
        if (FINE.stream().allMatch(key -> name.getKeyProperty(key) == null)) {
          collect(name, families);
        }
      }
    }
    StringBuilder text = new StringBuilder();
    families.forEach(
        (family, samples) ->
            text.append("# TYPE ").append(family).append(" gauge\n").append(samples));
    return text.toString();
  }

  private void collect(ObjectName name, Map<String, StringBuilder> families) {
    try {
      String[] attributes =
          Arrays.stream(beans.getMBeanInfo(name).getAttributes())
              .map(MBeanAttributeInfo::getName)
              .toArray(String[]::new);
      for (Attribute attribute : beans.getAttributes(name, attributes).asList()) {
        if (attribute.getValue() instanceof Number number
            && Double.isFinite(number.doubleValue())) {
          String family = family(name, attribute.getName());
          families
              .computeIfAbsent(family, none -> new StringBuilder())
              .append(sample(family, name, number.doubleValue()));
        }
      }
    } catch (JMException gone) {
      // a client that was closed since it was listed: there is nothing to tell of it
    }
  }

  private static String family(ObjectName name, String attribute) {
    String type = name.getKeyProperty("type");
    String group = type == null ? "" : type.replaceFirst("-metrics$", "") + "_";
    String plain = name.getDomain() + "_" + group + attribute;
    return NO_NAME.matcher(plain).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  private static String sample(String family, ObjectName name, double value) {
    String labels =
        new TreeMap<>(name.getKeyPropertyList())
            .entrySet().stream()
                .filter(key -> !key.getKey().equals("type"))
                .map(key -> NO_NAME.matcher(key.getKey()).replaceAll("_") + label(key.getValue()))
                .collect(Collectors.joining(","));
    return family + "{" + labels + "} " + value + "\n";
  }

  private static String label(String value) {
    String plain = value.startsWith("\"") ? ObjectName.unquote(value) : value;
    return "=\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
  }

  private static ObjectName pattern(String domain) {
    try {
      return new ObjectName(domain + ":*");
    } catch (JMException malformed) {
      throw new IllegalArgumentException(domain, malformed);
    }
  }
}
