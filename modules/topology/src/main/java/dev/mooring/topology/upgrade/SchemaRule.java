package dev.mooring.topology.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.contract.Topics;
import dev.mooring.contract.schema.SchemaEvolution;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Schemas grow, so that each side reads what the other writes. A lost one is a lost topic. */
final class SchemaRule implements Rule {

  private static final String EVENTS = Topics.EVENTS.subject();

  @Override
  public Stream<Finding> findings(Build old, Build now) {
    Map<String, JsonNode> after = now.schemas();
    return new TreeMap<>(old.schemas())
        .entrySet().stream()
            .filter(schema -> after.containsKey(schema.getKey()))
            .filter(schema -> !schema.getValue().equals(after.get(schema.getKey())))
            .map(schema -> finding(schema.getKey(), schema.getValue(), after.get(schema.getKey())));
  }

  private static Finding finding(String subject, JsonNode before, JsonNode after) {
    String part = "schema " + subject;
    List<String> problems = SchemaEvolution.problems(parsed(before), parsed(after));
    return problems.isEmpty()
        ? Finding.rolling(part, growth(subject))
        : Finding.refused(part, String.join("; ", problems));
  }

  private static String growth(String subject) {
    return subject.equals(EVENTS)
        ? "grew: upgrade every topology before a publisher; until then events with new values are"
            + " rejected as NEWER_SCHEMA, and may be republished"
        : "grew: readers of the old one go on";
  }

  private static Schema parsed(JsonNode json) {
    return new Schema.Parser().parse(json.toString());
  }
}
