package dev.mooring.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesManifestsTest {

  private static final Path MANIFESTS = Path.of("../../deploy/kubernetes");

  static Stream<Arguments> objects() throws IOException {
    return Manifests.in(MANIFESTS).stream().map(object -> Arguments.of(name(object), object));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("objects")
  void shouldBeTakenByTheApi(String name, JsonNode object) {
    assertThat(Manifests.problem(object)).as(name).isEmpty();
  }

  @Test
  void shouldFindWhatTheApiWouldNotTake() {
    // given
    String good = "{kind: Service, metadata: {name: a}, spec: {ports: [{port: 1}]}}";

    // then
    assertThat(Manifests.problem(parsed(good))).isEmpty();
    assertThat(Manifests.problem(parsed(good.replace("ports", "port")))).isPresent();
    assertThat(Manifests.problem(parsed(good.replace("{port: 1}", "{name: b}")))).isPresent();
    assertThat(Manifests.problem(parsed(good.replace("name: a", "name: [a]")))).isPresent();
    assertThat(Manifests.problem(parsed(good.replace("Service", "Servant")))).isPresent();
  }

  @Test
  void shouldSelectThePodsThatItMakes() throws IOException {
    // given
    List<JsonNode> objects = Manifests.in(MANIFESTS);
    List<JsonNode> labels =
        objects.stream()
            .map(object -> object.at("/spec/template/metadata/labels"))
            .filter(JsonNode::isObject)
            .toList();

    // when
    List<JsonNode> selectors =
        objects.stream()
            .flatMap(object -> Stream.of(object.at("/spec/selector/matchLabels"), service(object)))
            .filter(JsonNode::isObject)
            .toList();

    // then
    assertThat(selectors)
        .hasSizeGreaterThan(4)
        .allSatisfy(each -> assertThat(labels).contains(each));
  }

  private static JsonNode service(JsonNode object) {
    return object.at(object.path("kind").asText().equals("Service") ? "/spec/selector" : "/none");
  }

  private static JsonNode parsed(String yaml) {
    return Manifests.parse(yaml).getFirst();
  }

  private static String name(JsonNode object) {
    return object.path("kind").asText() + " " + object.at("/metadata/name").asText();
  }
}
