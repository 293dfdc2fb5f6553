package dev.mooring.systemtests.sink;

import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.SettingsReader;
import dev.mooring.cli.stack.Pipeline;
import dev.mooring.cli.stack.Samples;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.codec.RowJson;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.sink.Tables;
import dev.mooring.view.Snapshot;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** Broker, registry and topology with the samples published, and a PostgreSQL beside them. */
final class SinkStack implements AutoCloseable {

  private final Path directory;
  private final Pipeline pipeline;
  private final Cluster cluster;
  private final EventPublisher publisher;
  private final EmbeddedPostgres postgres;
  private final Gate gate;

  private SinkStack(Path directory) throws IOException, InterruptedException, ExecutionException {
    this.directory = directory;
    this.postgres = EmbeddedPostgres.builder().start();
    this.gate = Gate.to(postgres.getPort());
    this.pipeline =
        Pipeline.start(directory, 0, 0, new SettingsReader(Map.of()).read(), false, step -> {});
    this.cluster = new Cluster(pipeline.settings());
    deleteWhatNeverWas();
    abortWhatIsNoRow();
    new Samples(Path.of("../../samples")).publish(cluster.publisher(), Clock.systemUTC());
    cluster.awaitSettled();
    this.publisher =
        EventPublisher.open(cluster.publisher(), CityReference.shipped(), Clock.systemUTC());
  }

  static SinkStack start() throws IOException, InterruptedException, ExecutionException {
    return new SinkStack(Files.createTempDirectory("mooring-sink"));
  }

  /** In a compacted topic a tombstone may be the first that a new reader sees of a key. */
  private void deleteWhatNeverWas() throws InterruptedException, ExecutionException {
    try (KafkaProducer<String, String> producer = producer(Map.of())) {
      for (TopicSpec topic : Tables.topics()) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
          producer.send(new ProducerRecord<>(topic.name(), partition, "nobody", null)).get();
        }
      }
    }
  }

  /** Who reads what is not committed falls over it. */
  private void abortWhatIsNoRow() throws InterruptedException, ExecutionException {
    try (KafkaProducer<String, String> producer =
        producer(Map.of("transactional.id", "aborting"))) {
      producer.initTransactions();
      producer.beginTransaction();
      for (TopicSpec topic : Tables.topics()) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
          producer.send(new ProducerRecord<>(topic.name(), partition, "nobody", "no row")).get();
        }
      }
      producer.abortTransaction();
    }
  }

  /** Text where a row should be. */
  void publishNoRow(TopicSpec topic) throws InterruptedException, ExecutionException {
    try (KafkaProducer<String, String> producer = producer(Map.of())) {
      producer.send(new ProducerRecord<>(topic.name(), "nobody", "no row")).get();
    }
  }

  private KafkaProducer<String, String> producer(Map<String, Object> further) {
    Map<String, Object> settings = new HashMap<>(further);
    settings.put("bootstrap.servers", bootstrapServers());
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  /** A database with the tables that are shipped, and nothing in them. */
  Database database(String name) throws IOException, SQLException {
    execute(postgres.getPostgresDatabase(), "create database " + name);
    DataSource database = postgres.getDatabase("postgres", name);
    execute(database, Files.readString(Path.of("../../deploy/sink/tables.sql")));
    return new Database(database);
  }

  /** The way of all workers to the database. */
  Gate databaseGate() {
    return gate;
  }

  private static void execute(DataSource database, String script) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  /** Starts a worker that writes into a database; it has the database's name. */
  ConnectWorker worker(String database) throws IOException {
    return ConnectWorker.start(
        directory.resolve("connect-" + database),
        database,
        Map.of(
            "MOORING_BOOTSTRAP_SERVERS", bootstrapServers(),
            "MOORING_REGISTRY_URL", pipeline.settings().text(Setting.REGISTRY_URL),
            "MOORING_SINK_URL",
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(gate.port(), database),
            "MOORING_SINK_USER", "postgres"));
  }

  private String bootstrapServers() {
    return pipeline.settings().text(Setting.BOOTSTRAP_SERVERS);
  }

  void publish(Stream<String> events) {
    events.map(SinkStack::event).map(publisher::publish).toList().forEach(sent -> sent.join());
  }

  private static Event event(String json) {
    if (EventJson.read(json) instanceof EventReading.Read(long line, Event event)) {
      return event;
    }
    throw new IllegalArgumentException("no event: " + json);
  }

  /** The rows of all topics as JSON by topic and key, when all that was published is in them. */
  Map<String, Map<String, String>> settledRows() {
    cluster.awaitSettled();
    Snapshot snapshot = cluster.read(Tables.topics());
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (TopicSpec topic : Tables.topics()) {
      rows.put(topic.name(), rows(snapshot, topic));
    }
    return rows;
  }

  private static Map<String, String> rows(Snapshot snapshot, TopicSpec topic) {
    Map<String, String> rows = new TreeMap<>();
    snapshot
        .table(topic, topic.valueType().orElseThrow())
        .rows()
        .forEach(row -> rows.put(row.key(), RowJson.write(row.value())));
    return rows;
  }

  @Override
  public void close() throws IOException {
    publisher.close();
    pipeline.close();
    gate.close();
    postgres.close();
    Utils.delete(directory.toFile());
  }
}
