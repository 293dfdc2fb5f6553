package dev.mooring.devstack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The directory of a broker: its logs, and beside them the id of the cluster that they are of. */
final class BrokerStorage {

  private static final String CLUSTER_ID = "cluster.id";

  private final Path directory;

  BrokerStorage(Path directory) {
    this.directory = directory;
  }

  Path logDir() {
    return directory.resolve("logs");
  }

  /**
   * Formats what is not formatted yet, which a start that was cut short may have left half done.
   */
  void prepare() {
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      PrivateDirectory.create(logDir());
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(BrokerSettings.NODE_ID)
          .setClusterId(clusterId())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .setMetadataLogDirectory(logDir().toAbsolutePath().toString())
          .addDirectory(logDir().toAbsolutePath().toString())
          .setIgnoreFormatted(true)
          .run();
    } catch (Exception e) {
      throw new DevStackException(
          "cannot format the broker's directory " + directory + ": " + e, e);
    }
  }

  private String clusterId() throws IOException {
    Path file = directory.resolve(CLUSTER_ID);
    if (!Files.exists(file)) {
      writeWhole(file, Uuid.randomUuid().toString());
    }
    return Files.readString(file).strip();
  }

  /** Writes a file so that a reader, or a crash, finds all of it or none. */
  static void writeWhole(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, text);
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
