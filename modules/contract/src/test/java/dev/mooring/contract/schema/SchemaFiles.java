package dev.mooring.contract.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas of the repository: the current ones, and every version that was. */
final class SchemaFiles {

  private static final Path CURRENT = Path.of("../../schemas");
  private static final Path KEPT = CURRENT.resolve("versions");
  private static final String SUFFIX = ".avsc";

  private SchemaFiles() {}

  /** Names of the current schemas. */
  static List<String> names() {
    return list(CURRENT).stream()
        .filter(name -> name.endsWith(SUFFIX))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .toList();
  }

  /** Names of the schemas of which versions are kept. */
  static List<String> namesOfKept() {
    return list(KEPT);
  }

  /** The text of a current schema. */
  static String current(String name) {
    return read(CURRENT.resolve(name + SUFFIX));
  }

  /** The texts of all versions that are kept, first to newest; they are numbered without a gap. */
  static List<String> versions(String name) {
    List<String> versions = new ArrayList<>();
    int count = list(KEPT.resolve(name)).size();
    for (int version = 1; version <= count; version++) {
      versions.add(read(KEPT.resolve(name).resolve(version + SUFFIX)));
    }
    return versions;
  }

  static Schema parse(String avsc) {
    return new Schema.Parser().parse(avsc);
  }

  private static List<String> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
