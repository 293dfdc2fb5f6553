package dev.mooring.replay.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** A file of an archive while it is read. */
final class DataFileInput implements Iterator<ArchivedRecord>, AutoCloseable {

  private final Path file;
  private final DataFileStream<GenericRecord> in;

  DataFileInput(Path file) throws IOException {
    this.file = file;
    try {
      this.in =
          new DataFileStream<>(
              new BufferedInputStream(Files.newInputStream(file)),
              new GenericDatumReader<>(null, null, ArchiveSchema.MODEL));
    } catch (IOException | AvroRuntimeException foreign) {
      throw new ArchiveException(file + " is no Avro file: " + foreign.getMessage(), foreign);
    }
  }

  /** The schema of the events in a file. */
  static Schema eventSchema(Path file) throws IOException {
    try (DataFileInput input = new DataFileInput(file)) {
      return ArchiveSchema.event(input.in.getSchema())
          .orElseThrow(
              () ->
                  new ArchiveException(
                      "%s is an Avro file of %s, not of an archive"
                          .formatted(file, input.in.getSchema().getFullName())));
    }
  }

  @Override
  public boolean hasNext() {
    try {
      return in.hasNext();
    } catch (AvroRuntimeException damaged) {
      throw damaged(damaged);
    }
  }

  @Override
  public ArchivedRecord next() {
    try {
      return ArchiveSchema.read(in.next());
    } catch (AvroRuntimeException damaged) {
      throw damaged(damaged);
    }
  }

  private ArchiveException damaged(AvroRuntimeException cause) {
    return new ArchiveException(file + " was damaged while it was read: " + cause, cause);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
