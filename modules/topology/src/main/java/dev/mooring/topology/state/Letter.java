package dev.mooring.topology.state;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/** A dead letter: a rejected record as it was received, with why and wherefrom in its headers. */
public final class Letter {

  private final Record<byte[], byte[]> record;

  /** A letter; key and value may be null. */
  public Letter(Record<byte[], byte[]> record) {
    this.record = record;
  }

  /** The record to send. */
  public Record<byte[], byte[]> record() {
    return record;
  }

  /** How many bytes key, value and headers have. */
  public long size() {
    long keySize = record.key() == null ? 0 : record.key().length;
    long size = keySize + (record.value() == null ? 0 : record.value().length);
    for (Header header : record.headers()) {
      size += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return size;
  }
}
