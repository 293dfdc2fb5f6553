package dev.mooring.systemtests.law;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.metrics.oracle.EventBuilder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Events of one bank that were spoilt on the way, each in its own manner. */
enum BadRecords {
  INVALID {
    @Override
    ProducerRecord<byte[], byte[]> record(Cluster cluster) {
      Event spoilt = Event.newBuilder(event()).setRevision(0).build();
      return at(home(), key(), cluster.record(spoilt).value());
    }
  },
  CUT_SHORT {
    @Override
    ProducerRecord<byte[], byte[]> record(Cluster cluster) {
      byte[] value = cluster.record(event()).value();
      return at(home(), key(), Arrays.copyOf(value, value.length - 3));
    }
  },
  GARBAGE {
    @Override
    ProducerRecord<byte[], byte[]> record(Cluster cluster) {
      return at(0, null, new byte[] {7, 7, 7});
    }
  },
  /** It bears the headers of a mark, and is none. */
  TOMBSTONE {
    @Override
    ProducerRecord<byte[], byte[]> record(Cluster cluster) {
      ProducerRecord<byte[], byte[]> record = at(home(), key(), null);
      new MendedMark(
              new LogPlace(Topics.REJECTED.name(), 0, 0),
              new LogPlace(Topics.EVENTS.name(), 0, 0),
              "id",
              new LogPlace(Topics.EVENTS.name(), 0, 0),
              Instant.EPOCH)
          .headers()
          .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
      return record;
    }
  },
  UNKNOWN_SCHEMA {
    @Override
    ProducerRecord<byte[], byte[]> record(Cluster cluster) {
      byte[] value = cluster.record(event()).value();
      return at(home(), key(), ByteBuffer.wrap(value).putInt(1, 987_654).array());
    }
  },
  TOO_LARGE {
    @Override
    ProducerRecord<byte[], byte[]> record(Cluster cluster) {
      byte[] value = cluster.record(event()).value();
      return at(home(), key(), Arrays.copyOf(value, LARGE));
    }
  },
  WRONG_KEY {
    @Override
    ProducerRecord<byte[], byte[]> record(Cluster cluster) {
      return at(1, "other/key".getBytes(UTF_8), cluster.record(event()).value());
    }
  },
  WRONG_PARTITION {
    @Override
    ProducerRecord<byte[], byte[]> record(Cluster cluster) {
      int elsewhere = (home() + 1) % Cluster.PARTITIONS;
      return at(elsewhere, key(), cluster.record(event()).value());
    }
  };

  static final String BANK = "za-bank";

  /** The largest that a broker takes as it comes is 1 MiB, headers and all. */
  static final int LARGE = 1_040_000;

  /** The record, which is no event. */
  abstract ProducerRecord<byte[], byte[]> record(Cluster cluster);

  /** What it should have been. */
  Event event() {
    return EventBuilder.event()
        .pair(BANK, firm())
        .city("hong-kong")
        .type(EventType.ACCOUNT_OPENED)
        .on("2023-03-27")
        .build();
  }

  String firm() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  byte[] key() {
    return EventKey.of(event()).getBytes(UTF_8);
  }

  int home() {
    return BuiltInPartitioner.partitionForKey(key(), Cluster.PARTITIONS);
  }

  private static ProducerRecord<byte[], byte[]> at(int partition, byte[] key, byte[] value) {
    return new ProducerRecord<>(Topics.EVENTS.name(), partition, key, value);
  }
}
