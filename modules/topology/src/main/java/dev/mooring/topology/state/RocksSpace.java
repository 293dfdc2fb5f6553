package dev.mooring.topology.state;

import dev.mooring.contract.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Utils;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The directory and the native memory that all relationship stores of an instance share when they
 * keep what they know in RocksDB. Whoever makes it closes it, after the stores.
 *
 * <p>It is room to move state to, not a source of it: that is the changelog, from which Kafka
 * Streams rebuilds a store at every start, as it does under exactly-once with any store after a
 * crash. So nothing here is meant to outlive a store: there is no write ahead log, and each store
 * has a new directory, which goes when it is closed.
 *
 * <p>Memory is bounded by one cache: blocks of data, of indexes and of filters lie in it, and what
 * is not written to disk yet is counted as lying in it. Beyond it are some megabytes that RocksDB
 * takes while it merges files.
 */
public final class RocksSpace implements AutoCloseable {

  /** Below this, blocks would be thrown out before they are read. */
  public static final long LEAST_MEMORY = 16L * 1024 * 1024;

  /** What is not written yet has this part of the memory. */
  private static final int UNWRITTEN_PART = 4;

  /** About so many bytes of a store were in use lately, and stay on the heap besides. */
  private static final long LATELY = 16L * 1024 * 1024;

  private static final int FILTER_BITS = 10;
  private static final int BACKGROUND_JOBS = 2;

  private final Path directory;
  private final Cache cache;
  private final WriteBufferManager unwritten;
  private final BloomFilter filter;
  private final long writeBuffer;
  private final long lately;
  private final AtomicInteger opened = new AtomicInteger();

  /**
   * Room in a directory that belongs to the instance, and so much memory.
   *
   * @param memory in bytes, {@link #LEAST_MEMORY} at least
   */
  public RocksSpace(Path directory, long memory) {
    this(directory, memory, LATELY);
  }

  RocksSpace(Path directory, long memory, long lately) {
    if (memory < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "memory of RocksDB: %d bytes, should be at least %d".formatted(memory, LEAST_MEMORY));
    }
    RocksDB.loadLibrary();
    this.directory = directory;
    this.lately = lately;
    this.cache = new LRUCache(memory);
    this.unwritten = new WriteBufferManager(memory / UNWRITTEN_PART, cache);
    this.filter = new BloomFilter(FILTER_BITS);
    this.writeBuffer = memory / UNWRITTEN_PART / 2;
  }

  /** Removes what instances before this one have left in a directory; none may use it now. */
  public static void wipe(Path directory) {
    try {
      Utils.delete(directory.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot remove %s: %s".formatted(directory, e.getMessage()), e);
    }
  }

  /** How many bytes of memory are taken. */
  public long memory() {
    return cache.getUsage();
  }

  /** About how many bytes of what a store had in use lately stay on the heap. */
  long lately() {
    return lately;
  }

  /** Makes an empty database, which its user closes. */
  SpillDb open() {
    Path one = directory.resolve(Integer.toString(opened.incrementAndGet()));
    try {
      PrivateFiles.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make %s: %s".formatted(one, e.getMessage()), e);
    }
    return new SpillDb(one, options());
  }

  @Override
  public void close() {
    List.of(unwritten, cache, filter).forEach(AbstractNativeReference::close);
  }

  private Options options() {
    Options options = new Options();
    options
        .setCreateIfMissing(true)
        .setErrorIfExists(true)
        .setWriteBufferManager(unwritten)
        .setWriteBufferSize(writeBuffer)
        .setMaxBackgroundJobs(BACKGROUND_JOBS)
        .setCompressionType(CompressionType.LZ4_COMPRESSION)
        .setTableFormatConfig(tables())
        .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL)
        .setStatsDumpPeriodSec(0)
        .setAvoidFlushDuringShutdown(true);
    return options;
  }

  /** With millions of entries indexes and filters are large: they come in parts, as blocks do. */
  private BlockBasedTableConfig tables() {
    return new BlockBasedTableConfig()
        .setBlockCache(cache)
        .setFilterPolicy(filter)
        .setIndexType(IndexType.kTwoLevelIndexSearch)
        .setPartitionFilters(true)
        .setCacheIndexAndFilterBlocks(true)
        .setPinTopLevelIndexAndFilter(true);
  }
}
