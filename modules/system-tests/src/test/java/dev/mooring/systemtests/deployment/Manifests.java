package dev.mooring.systemtests.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of Kubernetes manifests, held against the schema of Kubernetes' own API. */
final class Manifests {

  /** Classes that are generated from the API's OpenAPI document, each with a check of JSON. */
  private static final String MODELS = "io.kubernetes.client.openapi.models.V1";

  private static final YAMLMapper YAML = new YAMLMapper();

  private Manifests() {}

  /** All objects of the YAML files in a directory, but for those that only kustomize reads. */
  static List<JsonNode> in(Path directory) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList()) {
        parse(Files.readString(file)).stream()
            .filter(object -> !object.path("apiVersion").asText().startsWith("kustomize"))
            .forEach(objects::add);
      }
    }
    return objects;
  }

  /** The documents of a YAML text. */
  static List<JsonNode> parse(String yaml) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      return documents.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the API would not take of an object: a field that is unknown, missing or no such type. */
  static Optional<String> problem(JsonNode object) {
    JsonElement json = JsonParser.parseString(object.toString());
    try {
      Class.forName(MODELS + object.path("kind").asText())
          .getMethod("validateJsonElement", JsonElement.class)
          .invoke(null, json);
      return Optional.empty();
    } catch (InvocationTargetException refused) {
      return Optional.of(String.valueOf(refused.getCause().getMessage()));
    } catch (ReflectiveOperationException e) {
      return Optional.of(
          "kind: " + object.path("kind").asText() + ", should be one of Kubernetes'");
    }
  }
}
