package dev.mooring.systemtests.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.Bank;
import dev.mooring.registry.AvroDeserializer;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.registry.WireFormat;
import dev.mooring.view.Changes;
import dev.mooring.view.KafkaView;
import dev.mooring.view.Position;
import dev.mooring.view.Snapshot;
import dev.mooring.view.View;
import dev.mooring.view.ViewConfig;
import dev.mooring.view.ViewContract;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every view does, over a real broker, and what records a broker may hold besides. */
@ExtendWith(SharedViewCluster.class)
class KafkaViewTest extends ViewContract {

  private static final Duration LONG = Duration.ofSeconds(30);

  private ViewCluster cluster;
  private KafkaView view;

  @BeforeEach
  void open(ViewCluster shared) throws Exception {
    cluster = shared;
    cluster.clear(ViewCluster.TOPICS);
    view = cluster.view();
    assertThat(view.awaitCaughtUp(LONG)).isTrue();
  }

  @AfterEach
  void close() {
    view.close();
  }

  @Override
  protected View view() {
    return view;
  }

  @Override
  protected void put(TopicSpec topic, String key, SpecificRecord row) {
    cluster.send(cluster.record(topic, key, row));
  }

  @Override
  protected Position published() {
    return cluster.flushed();
  }

  /** Somebody else's deserializer of the same wire format. */
  public static final class OtherDeserializer implements Deserializer<Object> {

    private final AvroDeserializer avro = new AvroDeserializer();

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
      avro.configure(settings, isKey);
    }

    @Override
    public Object deserialize(String topic, byte[] data) {
      return avro.deserialize(topic, data);
    }

    @Override
    public void close() {
      avro.close();
    }
  }

  @Test
  void shouldNeverShowWhatWasAborted() throws Exception {
    List<Changes> steps = new CopyOnWriteArrayList<>();
    try (var producer = cluster.producer(Map.of("transactional.id", "aborting"));
        var subscription = view.onChanges(steps::add)) {
      assertThat(subscription.start().banks().size()).isZero();
      producer.initTransactions();
      producer.beginTransaction();
      sendBank(producer, "dbs", "aborted");
      producer.flush();
      producer.abortTransaction();

      producer.beginTransaction();
      sendBank(producer, "dbs", "committed");
      sendBank(producer, "za-bank", "committed");
      producer.commitTransaction();

      assertThat(told(steps, 2))
          .containsExactlyInAnyOrder("dbs: none > committed", "za-bank: none > committed");
    }
  }

  @Test
  void shouldShowRowsOfSeveralSchemaVersions() throws Exception {
    Schema old =
        SchemaBuilder.record("Bank")
            .namespace("dev.mooring.contract.reference")
            .fields()
            .requiredString("id")
            .requiredString("name")
            .endRecord();
    Schema newer =
        SchemaBuilder.record("Bank")
            .namespace("dev.mooring.contract.reference")
            .fields()
            .optionalString("nickname")
            .requiredString("id")
            .requiredString("name")
            .optionalString("bic")
            .endRecord();
    sendAs(old, Map.of("id", "a", "name", "old"));
    sendAs(newer, Map.of("id", "b", "name", "newer", "nickname", "B", "bic", "DBSSSGSG"));
    putBank("c", "present");

    Snapshot rows = shown();

    assertThat(names(rows)).containsExactly("old", "newer", "present");
    assertThat(rows.banks().get("b").map(Bank::getBic)).contains("DBSSSGSG");
  }

  @Test
  void shouldTellOfARecordThatIsNoRowUntilALaterOneTakesItsPlace() throws Exception {
    putBank("dbs", "DBS");
    shown();
    cluster.send(
        new ProducerRecord<>(
            Topics.BANKS.name(), bytes("dbs"), WireFormat.frame(4_711, bytes("nonsense"))));
    cluster.send(new ProducerRecord<>(Topics.BANKS.name(), bytes("dbs"), bytes("nothing")));
    putBank("za-bank", "ZA Bank");

    Snapshot rows = shown();
    assertThat(names(rows)).containsExactly("DBS", "ZA Bank");
    assertThat(ViewCluster.trouble(view))
        .contains(Topics.BANKS.name(), "partition", "offset", "not a row");

    putBank("dbs", "DBS Bank");
    assertThat(names(shown())).containsExactly("DBS Bank", "ZA Bank");
    ViewCluster.awaitNoTrouble(view);
  }

  @Test
  void shouldReadWithAnotherDeserializerToo() throws Exception {
    ViewConfig usual = cluster.config();
    Map<String, Object> consumer = new HashMap<>(usual.consumer());
    consumer.put("value.deserializer", OtherDeserializer.class.getName());
    view.close();
    view =
        KafkaView.open(
            new ViewConfig(consumer, usual.registry()), ViewCluster.TOPICS, Clock.systemUTC());
    putBank("dbs", "DBS");
    putBank("za-bank", "ZA Bank");
    putBank("za-bank", null);

    assertThat(names(shown())).containsExactly("DBS");
  }

  @Test
  void shouldCatchUpWithWhatIsThere() throws Exception {
    for (int i = 0; i < 20_000; i++) {
      putBank("bank-%05d".formatted(i % 5_000), "v" + i);
    }
    cluster.flushed();
    view.close();

    view = cluster.view();

    assertThat(view.awaitCaughtUp(LONG)).isTrue();
    assertThat(names(view.snapshot())).hasSize(5_000).startsWith("v15000").endsWith("v19999");
    assertThat(view.freshness().lag()).isZero();
    assertThat(view.freshness().readAt()).isPresent();
  }

  private void sendBank(KafkaProducer<byte[], byte[]> producer, String id, String name) {
    var unused = producer.send(cluster.record(Topics.BANKS, id, bank(id, name)));
  }

  private void sendAs(Schema schema, Map<String, Object> fields) throws Exception {
    GenericRecord row = new GenericData.Record(schema);
    fields.forEach(row::put);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(body, null);
    new GenericDatumWriter<GenericRecord>(schema).write(row, out);
    out.flush();
    try (SchemaRegistryClient registry =
        new SchemaRegistryClient(
            RegistryConfig.from(Map.of(RegistryConfig.URL, cluster.registryUrl())))) {
      int id = registry.register(Topics.BANKS.subject(), schema);
      byte[] value = WireFormat.frame(id, body.toByteArray());
      cluster.send(
          new ProducerRecord<>(Topics.BANKS.name(), bytes(fields.get("id").toString()), value));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
