package dev.mooring.topology.state;

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

  long size() {
    long keySize = record.key() == null ? 0 : record.key().length;
    return keySize + (record.value() == null ? 0 : record.value().length);
  }
}
