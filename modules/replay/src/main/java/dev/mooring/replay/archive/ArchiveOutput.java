package dev.mooring.replay.archive;

import dev.mooring.replay.archive.Manifest.DataFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Distributes records to files: one for each day (UTC, of the record's timestamp), partition and
 * schema of its writer. Days interleave, so several are open at once, but never more than a few:
 * the one that was not written to for longest is closed, and its day goes on in another file.
 */
final class ArchiveOutput implements AutoCloseable {

  /** What records of one file have in common. The first offset makes its name one of its own. */
  private record Target(String day, int partition, Schema event) {}

  private final Path archive;
  private final ArchiveLimits limits;
  private final Schema ownEvent;
  private final Map<Target, DataFileOutput> open = new LinkedHashMap<>(16, 0.75f, true);
  private final List<DataFile> finished = new ArrayList<>();

  /**
   * Writes into an archive.
   *
   * @param ownEvent schema of files for records that have no event
   */
  ArchiveOutput(Path archive, ArchiveLimits limits, Schema ownEvent) {
    this.archive = archive;
    this.limits = limits;
    this.ownEvent = ownEvent;
  }

  void add(ArchivedRecord record) throws IOException {
    Target target =
        new Target(
            day(record),
            record.partition(),
            record.event().map(event -> event.getSchema()).orElse(ownEvent));
    DataFileOutput file = open.get(target);
    if (file == null) {
      makeRoom();
      file = new DataFileOutput(archive, path(record), target.event(), record);
      open.put(target, file);
    }
    file.add(record);
    if (file.records() >= limits.recordsPerFile()) {
      finished.add(open.remove(target).finish());
    }
  }

  /** Gives all files their names; only those that are returned may be in the manifest. */
  List<DataFile> finish() throws IOException {
    for (DataFileOutput file : open.values()) {
      finished.add(file.finish());
    }
    open.clear();
    for (DataFile file : finished) {
      Path named = archive.resolve(file.path());
      Durable.move(archive.resolve(file.path() + Durable.UNFINISHED), named);
    }
    Durable.force(archive);
    List<DataFile> all = List.copyOf(finished);
    finished.clear();
    return all;
  }

  @Override
  public void close() throws IOException {
    for (DataFileOutput file : open.values()) {
      file.abandon();
    }
  }

  private void makeRoom() throws IOException {
    if (open.size() >= limits.openFiles()) {
      var longestUnused = open.entrySet().iterator();
      finished.add(longestUnused.next().getValue().finish());
      longestUnused.remove();
    }
  }

  private static String day(ArchivedRecord record) {
    return Instant.ofEpochMilli(record.timestamp()).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String path(ArchivedRecord first) {
    return "day=%s/partition-%d-offset-%d.avro"
        .formatted(day(first), first.partition(), first.offset());
  }
}
