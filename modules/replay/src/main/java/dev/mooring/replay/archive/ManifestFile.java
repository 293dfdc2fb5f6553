package dev.mooring.replay.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.contract.PrivateFiles;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The manifest on disk: JSON, with the sum of itself. */
final class ManifestFile {

  static final String NAME = "manifest.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;

  ManifestFile(Path archive) {
    this.file = archive.resolve(NAME);
  }

  /**
   * The manifest; empty when there is none.
   *
   * @throws ArchiveException when it is damaged, or of a format that this build does not know
   */
  Optional<Manifest> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode whole = JSON.readTree(Files.readAllBytes(file));
      JsonNode manifest = whole.path("manifest");
      checkFormat(manifest);
      if (!sum(manifest).equals(whole.path("sha256").asText())) {
        throw new ArchiveException(file + " is damaged: its content and its sha256 differ");
      }
      return Optional.of(JSON.treeToValue(manifest, Manifest.class));
    } catch (JsonProcessingException damaged) {
      throw new ArchiveException(
          file + " is damaged or cut short: " + damaged.getOriginalMessage(), damaged);
    }
  }

  private void checkFormat(JsonNode manifest) {
    String format = manifest.path("format").asText();
    int version = manifest.path("version").asInt();
    if (!format.equals(Manifest.FORMAT)) {
      throw new ArchiveException(
          "%s is no manifest of an archive: format '%s', should be '%s'"
              .formatted(file, format, Manifest.FORMAT));
    }
    if (version != Manifest.VERSION) {
      throw new ArchiveException(
          "%s is of version %d, this build reads version %d: use the build that wrote it, or a later one"
              .formatted(file, version, Manifest.VERSION));
    }
  }

  /** Replaces it as one step; it is on disk when this returns. */
  void write(Manifest manifest) throws IOException {
    JsonNode tree = JSON.valueToTree(manifest);
    ObjectNode whole = JSON.createObjectNode();
    whole.set("manifest", tree);
    whole.put("sha256", sum(tree));
    Path unfinished = file.resolveSibling(NAME + Durable.UNFINISHED);
    try (FileChannel out = PrivateFiles.create(unfinished)) {
      JSON.writerWithDefaultPrettyPrinter().writeValue(Channels.newOutputStream(out), whole);
    }
    Durable.force(unfinished);
    Durable.move(unfinished, file);
  }

  /** Of its values, however they are laid out. */
  private static String sum(JsonNode manifest) throws JsonProcessingException {
    return Checksums.of(JSON.writeValueAsBytes(manifest));
  }
}
