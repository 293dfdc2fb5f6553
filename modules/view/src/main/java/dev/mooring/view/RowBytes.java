package dev.mooring.view;

import dev.mooring.contract.TopicSpec;
import dev.mooring.registry.AvroDeserializer;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaHeader;
import dev.mooring.registry.SchemaRegistryClient;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns the values of records into the bytes that a view keeps. */
interface RowBytes extends AutoCloseable {

  RowCodecs codecs();

  /**
   * What is kept of a record's value, which is not null.
   *
   * @throws RuntimeException when it is no row of that topic
   */
  byte[] of(TopicSpec topic, ConsumerRecord<byte[], byte[]> record);

  @Override
  void close();

  /** As the configuration has it. */
  static RowBytes open(ViewConfig config, Collection<TopicSpec> topics) {
    Object chosen = config.consumer().get(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
    boolean usual =
        chosen == null
            || chosen == AvroDeserializer.class
            || chosen.toString().strip().equals(AvroDeserializer.class.getName());
    return usual ? new AsTheyCame(config, topics) : new Rewritten(config, topics);
  }

  /** Kept as they came: to check them is much quicker than to make them. Used by one thread. */
  final class AsTheyCame implements RowBytes {

    private final SchemaRegistryClient registry;
    private final RowCodecs codecs;
    private final AvroDeserializer whole;
    private final BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);

    AsTheyCame(ViewConfig config, Collection<TopicSpec> topics) {
      this.registry = new SchemaRegistryClient(RegistryConfig.from(config.registry()));
      this.codecs = new RowCodecs(topics, registry::schemaById);
      this.whole = new AvroDeserializer(registry, Map.of("specific.avro.reader", true), false);
    }

    @Override
    public RowCodecs codecs() {
      return codecs;
    }

    @Override
    public byte[] of(TopicSpec topic, ConsumerRecord<byte[], byte[]> record) {
      RowCodec codec = codecs.of(topic);
      if (!codec.saysItsSchema(record.value()) && isNamedByHeader(record)) {
        return codec.encode(made(record));
      }
      codec.check(record.value(), decoder);
      return record.value();
    }

    /** To ask makes a text of the name of every header. */
    private static boolean isNamedByHeader(ConsumerRecord<byte[], byte[]> record) {
      return record.headers().lastHeader(SchemaHeader.VALUE) != null;
    }

    /** Bytes whose schema a header names do not say it themselves: they have to be made. */
    private SpecificRecord made(ConsumerRecord<byte[], byte[]> record) {
      return (SpecificRecord) whole.deserialize(record.topic(), record.headers(), record.value());
    }

    @Override
    public void close() {
      registry.close();
    }
  }

  /**
   * Made by another deserializer, which knows by itself how it finds the schema, and written anew
   * by the schema of this build.
   */
  final class Rewritten implements RowBytes {

    private final ValueDecoder decoder;
    private final RowCodecs codecs;

    Rewritten(ViewConfig config, Collection<TopicSpec> topics) {
      this.decoder = new ValueDecoder(config);
      this.codecs = RowCodecs.own(topics);
    }

    @Override
    public RowCodecs codecs() {
      return codecs;
    }

    @Override
    public byte[] of(TopicSpec topic, ConsumerRecord<byte[], byte[]> record) {
      return codecs.of(topic).encode(decoder.decode(record));
    }

    @Override
    public void close() {
      decoder.close();
    }
  }
}
