package dev.mooring.replay.archive;

import dev.mooring.contract.PrivateFiles;
import dev.mooring.replay.Sha256;
import dev.mooring.replay.archive.Manifest.DataFile;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** A file of an archive while it is written. */
final class DataFileOutput {

  private static final int BLOCK_BYTES = 256 * 1024;

  private final Path archive;
  private final String path;
  private final Schema schema;
  private final FileChannel channel;
  private final MessageDigest digest = Sha256.digest();
  private final DataFileWriter<GenericRecord> writer;
  private final int partition;
  private final long firstOffset;
  private long lastOffset;
  private long records;
  private long events;

  /** Begins a file whose first record is the given one, which is still to be added. */
  DataFileOutput(Path archive, String path, Schema event, ArchivedRecord first) throws IOException {
    this.archive = archive;
    this.path = path;
    this.schema = ArchiveSchema.of(event);
    this.partition = first.partition();
    this.firstOffset = first.offset();
    PrivateFiles.createDirectories(unfinished().getParent());
    this.channel = PrivateFiles.create(unfinished());
    this.writer =
        new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema, ArchiveSchema.MODEL))
            .setCodec(CodecFactory.zstandardCodec(CodecFactory.DEFAULT_ZSTANDARD_LEVEL, true))
            .setSyncInterval(BLOCK_BYTES)
            .create(schema, new DigestOutputStream(Channels.newOutputStream(channel), digest));
  }

  void add(ArchivedRecord record) throws IOException {
    writer.append(ArchiveSchema.write(record, schema));
    lastOffset = record.offset();
    records++;
    if (record.event().isPresent()) {
      events++;
    }
  }

  long records() {
    return records;
  }

  /** Brings it to disk, whole but still without its name. */
  DataFile finish() throws IOException {
    writer.flush();
    channel.force(true);
    long bytes = channel.size();
    writer.close();
    return new DataFile(
        path,
        partition,
        firstOffset,
        lastOffset,
        records,
        events,
        bytes,
        Checksums.text(digest.digest()));
  }

  /** Lets go of it, unfinished. */
  void abandon() throws IOException {
    channel.close();
  }

  private Path unfinished() {
    return archive.resolve(path + Durable.UNFINISHED);
  }
}
