package dev.mooring.topology.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.errors.StreamsException;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries in the order of their keys, in a directory of their own that goes with them: no write
 * ahead log, since whoever lost them has a changelog to read.
 *
 * <p>Whatever fails is a {@link StreamsException}, which ends the thread: its transaction is
 * aborted, and nothing is taken for done that is not.
 */
final class SpillDb implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpillDb.class);

  /** Entries are written so many bytes at a time. */
  private static final long BATCH = 1024 * 1024;

  private final Path directory;
  private final Options options;
  private final RocksDB db;
  private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
  private final ReadOptions scanning = new ReadOptions().setFillCache(false);
  private final WriteBatch batch = new WriteBatch();

  /**
   * Opens it empty.
   *
   * @param directory which is not there yet
   * @param options closed with it
   */
  SpillDb(Path directory, Options options) {
    this.directory = directory;
    this.options = options;
    try {
      this.db = RocksDB.open(options, directory.toString());
    } catch (RocksDBException e) {
      throw failed("opened", e);
    }
  }

  /** The value of a key as it was last flushed; null when there is none. */
  byte[] get(byte[] key) {
    try {
      return db.get(key);
    } catch (RocksDBException e) {
      throw failed("read", e);
    }
  }

  /** Sets a value, which is there for certain only after {@link #flush}. */
  void put(byte[] key, byte[] value) {
    try {
      batch.put(key, value);
    } catch (RocksDBException e) {
      throw failed("written", e);
    }
    if (batch.getDataSize() >= BATCH) {
      flush();
    }
  }

  /** Writes what was put. */
  void flush() {
    if (batch.count() > 0) {
      try {
        db.write(unlogged, batch);
      } catch (RocksDBException e) {
        throw failed("written", e);
      }
      batch.clear();
    }
  }

  /** Visits entries in the order of their keys, from one on, until the visitor has enough. */
  void scan(byte[] from, BiPredicate<byte[], byte[]> visitor) {
    try (RocksIterator entries = db.newIterator(scanning)) {
      entries.seek(from);
      while (entries.isValid() && visitor.test(entries.key(), entries.value())) {
        entries.next();
      }
      entries.status();
    } catch (RocksDBException e) {
      throw failed("read", e);
    }
  }

  /** What RocksDB itself tells of a property that is a number. */
  long property(String name) {
    try {
      return db.getLongProperty(name);
    } catch (RocksDBException e) {
      throw failed("asked for " + name, e);
    }
  }

  /** Closes it and removes its files. */
  @Override
  public void close() {
    List.of(batch, scanning, unlogged, db, options).forEach(AbstractNativeReference::close);
    try {
      Utils.delete(directory.toFile());
    } catch (IOException e) {
      LOG.warn("{} is left behind; the next start removes it", directory, e);
    }
  }

  private StreamsException failed(String what, RocksDBException e) {
    return new StreamsException(
        ("%s: relationships that were moved there cannot be %s: %s. See that the disk is sound and"
                + " has room, or set topology.state.dir to another, or topology.store to heap; then"
                + " start again: the changelog has them all")
            .formatted(directory, what, e.getMessage()),
        e);
  }
}
