package dev.mooring.topology.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.metrics.Definition;
import dev.mooring.metrics.Measure;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.ReasonKind;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.TopologyDigest;
import dev.mooring.topology.state.DossierState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Makes the description of the build that runs, from its code. */
public final class BuildDescriber {

  private static final ObjectMapper JSON = new ObjectMapper();

  private BuildDescriber() {}

  /** What the code says; {@link BuildFile#ofThisBuild} is the same in every build that passed. */
  public static Build describe() {
    TopologyConfig usual =
        TopologyConfig.of("none:9092", "http://none:8081", Topics.DEFAULT_PARTITIONS, Path.of("."));
    return new Build(
        Build.FORMAT,
        TopologyDigest.of(usual),
        Definition.VERSION,
        DossierState.FORMAT,
        TopologyDigest.description(usual).strip().lines().toList(),
        byName(Topics.all(), TopicSpec::name, BuildDescriber::place),
        codes(),
        byName(
            Topics.all().stream().filter(topic -> topic.schema().isPresent()).toList(),
            TopicSpec::subject,
            BuildDescriber::schema));
  }

  private static Map<String, Map<String, Integer>> codes() {
    return Map.of(
        "measure", codes(Measure.values(), Measure::code),
        "member", codes(Member.values(), Member::code),
        "reason", codes(ReasonKind.values(), ReasonKind::code));
  }

  private static <E extends Enum<E>> Map<String, Integer> codes(E[] values, ToIntFunction<E> code) {
    return Arrays.stream(values).collect(Collectors.toMap(Enum::name, code::applyAsInt));
  }

  private static String place(TopicSpec topic) {
    String part = topic.placedByPart() < 0 ? "key" : "part " + topic.placedByPart() + " of key";
    return "%s by %s, kept %s".formatted(topic.key(), part, topic.kept());
  }

  private static JsonNode schema(TopicSpec topic) {
    try {
      JsonNode schema = JSON.readTree(topic.schema().orElseThrow().toString());
      withoutDocs(schema);
      return schema;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema is JSON", e);
    }
  }

  /** Words for people may change at any time. */
  private static void withoutDocs(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("doc");
    }
    node.forEach(BuildDescriber::withoutDocs);
  }

  private static <V> Map<String, V> byName(
      Iterable<TopicSpec> topics, Function<TopicSpec, String> name, Function<TopicSpec, V> value) {
    Map<String, V> found = new TreeMap<>();
    topics.forEach(topic -> found.put(name.apply(topic), value.apply(topic)));
    return found;
  }
}
