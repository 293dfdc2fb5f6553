package dev.mooring.replay.archive;

import dev.mooring.contract.EventValidator;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.Problem;
import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.replay.archive.Manifest.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * Reads the events of an archive, to publish them anew. Lines are the records of the archive,
 * counted from 1; those that are no valid event are unreadable ones.
 */
public final class ArchivedEvents implements EventReader {

  private final VerifiedArchive archive;
  private final Iterator<DataFile> files;
  private DataFileInput file;
  private long line;

  private ArchivedEvents(VerifiedArchive archive) {
    this.archive = archive;
    this.files = archive.files().iterator();
  }

  /** Whether there is an archive in a directory. */
  public static boolean isThere(Path directory) {
    return Files.isRegularFile(directory.resolve(ManifestFile.NAME));
  }

  /**
   * Checks an archive and opens it.
   *
   * @throws ArchiveException naming every file that is damaged, cut short, foreign or missing
   */
  public static ArchivedEvents open(Path directory, ArchiveProgress progress) throws IOException {
    GeneratedTypes.trust();
    return new ArchivedEvents(VerifiedArchive.open(directory, progress));
  }

  /** How many records there are. */
  public long records() {
    return archive.manifest().records();
  }

  @Override
  public boolean hasNext() {
    try {
      while ((file == null || !file.hasNext()) && files.hasNext()) {
        close();
        file = archive.read(files.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file != null && file.hasNext();
  }

  @Override
  public EventReading next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more records");
    }
    ArchivedRecord record = file.next();
    line++;
    if (record.event().isEmpty()) {
      return unreadable(record, List.of(new Problem("", null, record.why().orElse("is no event"))));
    }
    Event event = event(record.event().get());
    List<Problem> problems = EventValidator.problems(event);
    return problems.isEmpty() ? new EventReading.Read(line, event) : unreadable(record, problems);
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EventReading unreadable(ArchivedRecord record, List<Problem> problems) {
    String raw = "partition %d, offset %d".formatted(record.partition(), record.offset());
    return new EventReading.Unreadable(line, raw, problems);
  }

  private static Event event(GenericRecord written) {
    SpecificData model = SpecificData.getForClass(Event.class);
    SpecificDatumReader<Event> reader =
        new SpecificDatumReader<>(written.getSchema(), Event.getClassSchema(), model);
    try {
      return reader.read(null, DecoderFactory.get().binaryDecoder(EventBytes.of(written), null));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }
}
