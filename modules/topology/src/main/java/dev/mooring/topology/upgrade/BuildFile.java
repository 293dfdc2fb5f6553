package dev.mooring.topology.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The description of a build as a file within the topology's jar. */
public final class BuildFile {

  /** Where it lies in the jar. */
  public static final String NAME = "META-INF/mooring/build.json";

  private static final String TOPOLOGY_JARS = "mooring-topology-*.jar";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .setDefaultPrettyPrinter(
              new DefaultPrettyPrinter()
                  .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE));

  private BuildFile() {}

  /**
   * The description in a jar, or in the jars of an unpacked distribution.
   *
   * @throws IllegalArgumentException when there is none that this build can read
   */
  public static Build read(Path place) {
    Path jar = Files.isDirectory(place) ? jarIn(place) : place;
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry entry = file.getEntry(NAME);
      if (entry == null) {
        return elsewhere(jar);
      }
      try (InputStream in = file.getInputStream(entry)) {
        return parse(in.readAllBytes(), jar);
      }
    } catch (ZipException e) {
      throw new IllegalArgumentException(jar + ": no jar (" + e.getMessage() + ")", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(jar + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** The description of the build that runs. */
  public static Build ofThisBuild() {
    try (InputStream in = BuildFile.class.getResourceAsStream("/" + NAME)) {
      if (in == null) {
        throw new IllegalStateException(NAME + " is missing in this build");
      }
      return parse(in.readAllBytes(), Path.of(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it is kept: one line a fact, in a fixed order. */
  public static String json(Build build) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(build) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Build parse(byte[] json, Path from) throws IOException {
    JsonNode tree = JSON.readTree(json);
    int format = tree.path("format").asInt();
    if (format != Build.FORMAT) {
      throw new IllegalArgumentException(
          "%s: format %d, should be %d: compare with the newer of the two builds"
              .formatted(from, format, Build.FORMAT));
    }
    return JSON.treeToValue(tree, Build.class);
  }

  /** The launcher's jar has no classes: those lie beside it. */
  private static Build elsewhere(Path jar) {
    Path beside = jar.toAbsolutePath().getParent();
    Path other = jarIn(beside);
    if (other.equals(jar.toAbsolutePath())) {
      throw none(jar);
    }
    return read(other);
  }

  private static Path jarIn(Path directory) {
    for (Path place : List.of(directory, directory.resolve("lib"))) {
      Path found = Files.isDirectory(place) ? newest(place) : null;
      if (found != null) {
        return found;
      }
    }
    throw none(directory);
  }

  /** By its name; null when there is none. */
  private static Path newest(Path directory) {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(directory, TOPOLOGY_JARS)) {
      Path last = null;
      for (Path jar : jars) {
        last = last == null || jar.compareTo(last) > 0 ? jar : last;
      }
      return last;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IllegalArgumentException none(Path place) {
    return new IllegalArgumentException(
        "%s: no %s there, should be a mooring-topology jar or the directory of a distribution"
            .formatted(place, NAME));
  }
}
