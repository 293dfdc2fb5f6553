package dev.mooring.replay.archive;

import dev.mooring.contract.PrivateFiles;
import dev.mooring.replay.archive.Manifest.DataFile;
import dev.mooring.replay.archive.Manifest.Partition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of an archive, by their names. */
final class ArchiveDirectory {

  private static final String LOCK = ".lock";
  private static final Pattern DATA_FILE =
      Pattern.compile(
          "day=[-+0-9]+/partition-(?<partition>\\d{1,9})-offset-(?<offset>\\d{1,18})\\.avro");

  private final Path path;
  private final ManifestFile manifest;

  ArchiveDirectory(Path path) {
    this.path = path;
    this.manifest = new ManifestFile(path);
  }

  Path path() {
    return path;
  }

  /**
   * The manifest; empty when there is no archive yet.
   *
   * @throws ArchiveException when it is damaged, or missing beside files that need one
   */
  Optional<Manifest> manifest() throws IOException {
    Optional<Manifest> found = manifest.read();
    if (found.isEmpty() && Files.isDirectory(path) && !dataFiles().isEmpty()) {
      throw new ArchiveException(
          path.resolve(ManifestFile.NAME) + " is missing, but files of an archive are there");
    }
    found.ifPresent(this::checkNames);
    return found;
  }

  void write(Manifest changed) throws IOException {
    manifest.write(changed);
  }

  /** Makes the directory, and sees to it that nobody else writes into it until it is closed. */
  FileChannel lock() throws IOException {
    PrivateFiles.createDirectories(path);
    FileChannel lock =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() != null) {
        return lock;
      }
    } catch (OverlappingFileLockException inThisProcess) {
      // the same answer
    }
    lock.close();
    throw new ArchiveException(path + " is being written to by another run of `mooring archive`");
  }

  /** An archive begins in a directory of its own. */
  void checkEmpty() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.equals(LOCK) && !name.startsWith(ManifestFile.NAME))
          .findFirst()
          .ifPresent(
              name -> {
                throw new ArchiveException(
                    "%s holds %s and no archive: should be empty, or not there"
                        .formatted(path, name));
              });
    }
  }

  /**
   * Removes what a run that was cut short has left: it is behind the offsets of the manifest, and
   * is read again.
   *
   * @throws ArchiveException when a file is neither of the manifest nor left like that
   */
  void removeLeftovers(Manifest archived) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> unfinished =
          files.filter(file -> file.toString().endsWith(".avro" + Durable.UNFINISHED)).toList();
      for (Path file : unfinished) {
        Files.delete(file);
      }
    }
    for (String name : unlisted(archived)) {
      if (!isBehind(name, archived)) {
        throw foreign(name);
      }
      Files.delete(path.resolve(name));
    }
  }

  /**
   * Looks whether the files are there, in their sizes, and no others.
   *
   * @return what is wrong, a line for each file
   */
  List<String> problems(Manifest archived) throws IOException {
    List<String> problems =
        unlisted(archived).stream()
            .map(name -> foreign(name).getMessage())
            .collect(Collectors.toCollection(java.util.ArrayList::new));
    for (DataFile file : archived.files()) {
      Path there = path.resolve(file.path());
      if (!Files.isRegularFile(there)) {
        problems.add(there + " is missing");
      } else if (Files.size(there) != file.bytes()) {
        problems.add(
            "%s is %s: %d bytes, should be %d"
                .formatted(
                    there,
                    Files.size(there) < file.bytes() ? "cut short" : "damaged",
                    Files.size(there),
                    file.bytes()));
      }
    }
    return problems;
  }

  private Set<String> unlisted(Manifest archived) throws IOException {
    Set<String> names = dataFiles();
    archived.files().forEach(file -> names.remove(file.path()));
    return names;
  }

  /** Every Avro file below, with {@code /}. */
  private Set<String> dataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .map(file -> path.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".avro"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean isBehind(String name, Manifest archived) {
    Matcher matcher = DATA_FILE.matcher(name);
    if (!matcher.matches()) {
      return false;
    }
    Optional<Partition> partition =
        archived.partition(Integer.parseInt(matcher.group("partition")));
    return partition.isEmpty() || Long.parseLong(matcher.group("offset")) >= partition.get().next();
  }

  private ArchiveException foreign(String name) {
    return new ArchiveException(
        path.resolve(name)
            + " is not in the manifest: either foreign, or left by a run of `mooring archive` that"
            + " was cut short; that command, run again, removes the latter");
  }

  private void checkNames(Manifest archived) {
    for (DataFile file : archived.files()) {
      if (!DATA_FILE.matcher(file.path()).matches()) {
        throw new ArchiveException(
            "%s names a file '%s', should be like day=2024-01-31/partition-0-offset-0.avro"
                .formatted(path.resolve(ManifestFile.NAME), file.path()));
      }
    }
  }
}
