package dev.mooring.replay.archive;

import dev.mooring.replay.archive.Manifest.DataFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** An archive of which every file has been checked, byte for byte, before anything is read. */
final class VerifiedArchive {

  private static final int MOST_PROBLEMS = 10;

  private final Path path;
  private final Manifest manifest;
  private final Map<DataFile, Schema> schemas;

  private VerifiedArchive(Path path, Manifest manifest, Map<DataFile, Schema> schemas) {
    this.path = path;
    this.manifest = manifest;
    this.schemas = schemas;
  }

  /**
   * Checks an archive and opens it.
   *
   * @throws ArchiveException naming every file that is damaged, cut short, foreign or missing
   */
  static VerifiedArchive open(Path path, ArchiveProgress progress) throws IOException {
    ArchiveDirectory directory = new ArchiveDirectory(path);
    Manifest manifest = directory.manifest().orElseThrow(() -> noArchive(path));
    List<String> problems = directory.problems(manifest);
    if (problems.isEmpty()) {
      problems = sumProblems(path, manifest, progress);
    }
    if (!problems.isEmpty()) {
      throw new ArchiveException(inOneLine(problems));
    }
    return new VerifiedArchive(path, manifest, schemas(path, manifest));
  }

  private static ArchiveException noArchive(Path path) {
    return new ArchiveException(
        path.resolve(ManifestFile.NAME) + " is missing: " + path + " is no archive");
  }

  /** The schema that the events of each file are in; the files in the order of {@link #files}. */
  private static Map<DataFile, Schema> schemas(Path path, Manifest manifest) throws IOException {
    Map<DataFile, Schema> schemas =
        new TreeMap<>(
            Comparator.comparing(VerifiedArchive::day)
                .thenComparingInt(DataFile::partition)
                .thenComparingLong(DataFile::firstOffset));
    for (DataFile file : manifest.files()) {
      schemas.put(file, DataFileInput.eventSchema(path.resolve(file.path())));
    }
    return schemas;
  }

  Manifest manifest() {
    return manifest;
  }

  /** The schemas that its events were written in. */
  List<Schema> eventSchemas() {
    return schemas.values().stream().distinct().toList();
  }

  /** The files by day, partition and offset. */
  List<DataFile> files() {
    return List.copyOf(schemas.keySet());
  }

  DataFileInput read(DataFile file) throws IOException {
    return new DataFileInput(path.resolve(file.path()));
  }

  private static List<String> sumProblems(Path path, Manifest manifest, ArchiveProgress progress)
      throws IOException {
    progress.begins("checking", manifest.files().stream().mapToLong(DataFile::bytes).sum());
    long[] read = {0};
    List<String> problems = new ArrayList<>();
    for (DataFile file : manifest.files()) {
      Path there = path.resolve(file.path());
      String sum = Checksums.of(there, bytes -> progress.comesTo(read[0] += bytes));
      if (!sum.equals(file.sha256())) {
        problems.add(
            "%s is damaged: SHA-256 %s, should be %s".formatted(there, sum, file.sha256()));
      }
    }
    return problems;
  }

  private static String inOneLine(List<String> problems) {
    String first = String.join("; ", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
    int more = problems.size() - MOST_PROBLEMS;
    return (more > 0 ? first + "; and " + more + " more" : first) + ". Nothing was sent";
  }

  private static String day(DataFile file) {
    return file.path().substring(0, file.path().indexOf('/'));
  }
}
