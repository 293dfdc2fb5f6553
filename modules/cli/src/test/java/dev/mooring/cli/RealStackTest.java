package dev.mooring.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.Topics;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.devstack.DevStack;
import dev.mooring.devstack.DevStackConfig;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.publisher.InvalidEventException;
import dev.mooring.publisher.PublisherConfig;
import dev.mooring.publisher.Receipt;
import dev.mooring.registry.CompatibilityLevel;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.view.EventLog;
import dev.mooring.view.ViewConfig;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The publisher, the readers and the commands on a real broker and a real registry. */
class RealStackTest {

  private static final Instant NOW = Instant.parse("2024-06-01T10:00:00.123Z");

  @TempDir static Path data;
  @TempDir Path directory;

  private static DevStack stack;
  private static Run startedWithoutTopics;

  @BeforeAll
  static void startStack() {
    stack = DevStack.start(DevStackConfig.in(data, 0, 0));
    startedWithoutTopics = Run.of(data, cluster(), "start");
    assertThat(Run.of(data, cluster(), "topics", "apply").exitCode()).isZero();
  }

  @AfterAll
  static void stopStack() {
    stack.close();
  }

  @Test
  void shouldRefuseToStartOnAClusterWithoutTopics() {
    assertThat(startedWithoutTopics.exitCode()).isEqualTo(1);
    assertThat(startedWithoutTopics.err())
        .contains(Topics.EVENTS.name())
        .contains("mooring topics apply")
        .hasLineCount(1);
  }

  @Test
  void shouldMakeTopicsAsTheCatalogueSays() throws Exception {
    List<ConfigResource> resources =
        Topics.all().stream()
            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
            .toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      var configs = admin.describeConfigs(resources).all().get();
      for (int i = 0; i < resources.size(); i++) {
        var found = configs.get(resources.get(i));
        Topics.all()
            .get(i)
            .config()
            .forEach((key, value) -> assertThat(found.get(key).value()).isEqualTo(value));
      }
    }
    assertThat(Run.of(directory, cluster(), "topics", "plan", "-o", "json").out()).isEmpty();
    assertThat(Run.of(directory, cluster(), "topics", "plan").out())
        .isEqualTo("every topic is there\n");
  }

  @Test
  void shouldGuardEverySubjectByFullTransitiveCompatibility() {
    try (SchemaRegistryClient registry =
        new SchemaRegistryClient(
            RegistryConfig.from(Map.of("schema.registry.url", stack.registryUrl())))) {
      Topics.all().stream()
          .filter(topic -> topic.schema().isPresent())
          .forEach(
              topic -> {
                assertThat(registry.compatibility(topic.subject()))
                    .hasValue(CompatibilityLevel.FULL_TRANSITIVE);
                assertThat(registry.latest(topic.subject()).schema())
                    .isEqualTo(topic.schema().get());
              });
    }
  }

  @Test
  void shouldSendAnEventInItsFormUnderItsKeyWithHeadersAndTheTimeOfTheClock() {
    // given an event as people write it
    Event event =
        event("AB058834-5A65-51CF-9988-647AE43B5E12", "\"city\":\"singapore\",\"revision\":2");

    // when
    Receipt receipt = publish(event).join();

    // then
    ConsumerRecord<String, byte[]> record = read(receipt);
    assertThat(record.key()).isEqualTo("za-bank/osl");
    assertThat(receipt.partition()).isEqualTo(partitionOf("za-bank/osl"));
    assertThat(record.timestamp()).isEqualTo(NOW.toEpochMilli());
    assertThat(headers(record))
        .containsOnly(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", "ab058834-5a65-51cf-9988-647ae43b5e12/2"),
            Map.entry("ce_source", "urn:test"),
            Map.entry("ce_type", "dev.mooring.event.ACCOUNT_OPENED"),
            Map.entry("ce_time", "2023-04-11T00:00:00Z"),
            Map.entry("content-type", "application/avro"));
    assertThat(events())
        .filteredOn(found -> found.getId().startsWith("ab058834"))
        .singleElement()
        .satisfies(found -> assertThat(found.getCountry()).isEqualTo("SG"));
  }

  @Test
  void shouldFailTheFutureOfAWrongEventAndSendNothing() {
    Event event = event("cd058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"hongkong\"");

    CompletableFuture<Receipt> receipt = publish(event);

    assertThatThrownBy(receipt::join)
        .hasCauseInstanceOf(InvalidEventException.class)
        .hasMessageContaining("hong-kong");
    assertThat(events()).noneMatch(found -> found.getId().startsWith("cd058834"));
  }

  @Test
  void shouldPublishFileAndPutBadLinesAside() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("events.jsonl"),
            """
            {"id":"00000000-0000-4000-8000-000000000001","type":"PITCH_DELIVERED","bank":"dbs","firm":"kraken","city":"zug","occurredAt":"2024-02","source":"a test"}
            {"id":"00000000-0000-4000-8000-000000000002","type":"PITCHED","bank":"dbs","source":"a test"}
            {"id":"00000000-0000-4000-8000-000000000003","type":"PITCH_DELIVERED","bank":"dbs","firm":"kraken","city":"zugg","occurredAt":"2024-02","source":"a test"}
            """);

    Run run = Run.of(directory, cluster(), "publish", "events.jsonl");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEqualTo("published 1 event\n");
    assertThat(run.err()).contains("rejected 2 lines");
    assertThat(Files.readAllLines(Path.of(file + ".rejected.jsonl")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"line\":2,").contains("PITCHED", "occurredAt"),
            line -> assertThat(line).startsWith("{\"line\":3,").contains("did you mean zug"));
    assertThat(Run.of(directory, cluster(), "events", "--bank", "dbs", "-o", "json").lines())
        .singleElement()
        .asString()
        .contains("\"occurredAt\":\"2024-02\"", "\"country\":\"CH\"");
  }

  @Test
  void shouldChooseEventsByTheirFields() {
    publish(event("ef058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"seoul\"")).join();

    assertThat(events("--country", "kr", "--from", "2023-04", "--to", "2023-04-11")).hasSize(1);
    assertThat(events("--country", "kr", "--to", "2023-04-10")).isEmpty();
    assertThat(events("--country", "kr", "--from", "2023-04-12")).isEmpty();
    assertThat(events("--city", "seoul", "--type", "account_opened", "--firm", "osl")).hasSize(1);
    assertThat(events("--city", "seoul", "--firm", "kraken")).isEmpty();
  }

  @Test
  void shouldWriteEventsAsCsvThatCanBePublishedAgain() throws Exception {
    publish(event("0f058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"tokyo\"")).join();

    Run run = Run.of(directory, cluster(), "events", "--city", "tokyo", "-o", "csv");

    Files.writeString(directory.resolve("tokyo.csv"), run.out());
    assertThat(Run.of(directory, cluster(), "publish", "tokyo.csv").exitCode()).isZero();
    assertThat(events("--city", "tokyo")).hasSize(2);
  }

  @Test
  void shouldListTheEventsBehindANumber() {
    publish(event("0a058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"zurich\"")).join();
    publish(
            event(
                "0b058834-5a65-51cf-9988-647ae43b5e12",
                "\"city\":\"zurich\",\"status\":\"DISPUTED\""))
        .join();

    Run run = explain("city", "Zurich", "accountsOpen", "-o", "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines())
        .satisfiesExactly(
            number -> assertThat(number).contains("\"table\":\"number\"", "\"value\":1"),
            event ->
                assertThat(event)
                    .contains("\"table\":\"events\"", "\"occurredAt\":\"2023-04-11\"", "0a058834")
                    .contains("\"source\":\"a test\"", "\"precision\":\"DAY\""));
    assertThat(explain("city", "zurich", "accountsOpened", "--day", "2023-04-11").out())
        .contains("0a058834")
        .doesNotContain("0b058834");
  }

  @Test
  void shouldSayWhichIdMayBeMeantWhereNoEventNamesIt() {
    publish(event("0c058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"geneva\"")).join();

    Run run = explain("city", "genva", "events");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("did you mean geneva").hasLineCount(1);
  }

  @Test
  void shouldFollowEventsUntilItIsToldToStopAndThenSucceed() throws Exception {
    // given
    publish(event("0d058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"lisbon\"")).join();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Mooring.class.getName(),
            "events",
            "--follow",
            "--city",
            "lisbon");
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().putAll(cluster());
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).contains("0d058834");

      // when
      publish(event("0e058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"lisbon\"")).join();

      // then
      assertThat(out.readLine()).contains("0e058834");
      process.destroy();
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void shouldShowTheLatestReferenceDataOfEachId() throws Exception {
    publishParties("kind,id,name,country\nbank,dbs,D B S,SG\nfirm,osl,OSL,HK\n");
    publishParties("kind,id,name,country\nbank,dbs,DBS,SG\n");

    assertThat(Run.of(directory, cluster(), "reference", "list", "banks", "-o", "csv").lines())
        .containsExactly("id,name,country,lei,bic", "dbs,DBS,SG,,");
    assertThat(Run.of(directory, cluster(), "reference", "list", "firms", "-o", "json").lines())
        .containsExactly(
            "{\"id\":\"osl\",\"name\":\"OSL\",\"country\":\"HK\",\"lei\":null,\"bic\":null}");
  }

  @Test
  void shouldFindNoRowsWhereNothingIsCounted() {
    Run run = Run.of(directory, cluster(), "metrics", "banks");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("(no rows)\n");
  }

  @Test
  void shouldPointOutIdsNearThoseOfEventsWhenThereIsNothingOfAnId() {
    publish(event("fa058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"zurich\"")).join();

    Run nearBank = Run.of(directory, cluster(), "events", "--bank", "zabank", "-o", "json");
    Run nearCity = Run.of(directory, cluster(), "events", "--city", "zurch", "--bank", "za-bank");
    Run right = Run.of(directory, cluster(), "events", "--bank", "za-bank", "--from", "2030-01");

    assertThat(nearBank.out()).isEmpty();
    assertThat(nearBank.err())
        .isEqualTo("mooring: no events of bank 'zabank': did you mean za-bank?\n");
    assertThat(nearCity.err())
        .isEqualTo("mooring: no events of city 'zurch': did you mean zurich?\n");
    assertThat(right.err()).isEmpty();
  }

  @Test
  void shouldPointOutNewIdsNearKnownOnesAndPublishThemAllTheSame() throws Exception {
    Files.writeString(
        directory.resolve("slips.csv"),
        """
        id,type,bank,firm,occurredAt,source
        00000000-0000-4000-8000-000000000011,PITCH_DELIVERED,mox-bank,bitgo,2024-02,a test
        00000000-0000-4000-8000-000000000012,PITCH_DELIVERED,moxbank,bitgo,2024-02,a test
        """);

    Run run = Run.of(directory, cluster(), "publish", "slips.csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("published 2 events\n");
    assertThat(run.err()).isEqualTo("mooring: line 3: bank moxbank is new; near it: mox-bank\n");
  }

  @Test
  void shouldShowRowsAsTheyWereKnownAndWhatChangedInBelief() throws Exception {
    // given an account that is disputed two months later
    Files.writeString(
        directory.resolve("disputed.jsonl"),
        """
        {"id":"00000000-0000-4000-8000-000000000021","type":"ACCOUNT_OPENED","bank":"past-bank","firm":"bitgo","city":"zug","occurredAt":"2023-04-11","source":"a test"}
        {"id":"00000000-0000-4000-8000-000000000021","revision":2,"status":"DISPUTED","reportedAt":"2023-06-10","type":"ACCOUNT_OPENED","bank":"past-bank","firm":"bitgo","city":"zug","occurredAt":"2023-04-11","source":"a test"}
        """);
    assertThat(Run.of(directory, cluster(), "publish", "disputed.jsonl").exitCode()).isZero();

    // then
    assertThat(past("--as-of", "2023-04-11").out()).contains("\"accountsOpen\":1");
    assertThat(past("--as-of", "2023-06-09").out()).contains("\"accountsOpen\":1");
    assertThat(past("--as-of", "2023-06-10").out())
        .contains("\"accountsOpen\":0", "\"eventsDisputed\":1");
    assertThat(past("--as-of", "2023-04-10").err()).contains("no row of 'past-bank'");
    assertThat(past("--recorded", "0d").out()).contains("\"eventsDisputed\":1");
    assertThat(past("--recorded", "1d").exitCode()).isEqualTo(1);
    assertThat(past("--as-of", "2023-05", "--compare", "2023-07").lines())
        .contains(
            "{\"key\":\"past-bank\",\"field\":\"accountsOpen\",\"before\":1,\"after\":0,\"change\":\"CHANGED\"}",
            "{\"key\":\"past-bank\",\"field\":\"eventsDisputed\",\"before\":0,\"after\":1,\"change\":\"CHANGED\"}");
  }

  @Test
  void shouldRefusePastTimesThatMakeNoSense() {
    assertThat(past("--compare", "2023-05").err()).contains("--as-of or --recorded");
    assertThat(past("--as-of", "2023-05", "--watch").exitCode()).isEqualTo(2);
    assertThat(past("--as-of", "2023-05", "--settled").exitCode()).isEqualTo(2);
    assertThat(past("--as-of", "yesterday").err()).contains("--as-of: 'yesterday'");
  }

  @Test
  void shouldListTheCitiesThatComeWithMooringAndThosePublished() throws Exception {
    Files.writeString(
        directory.resolve("cities.csv"),
        "id,name,country,lat,lon,timezone\nstanley,Stanley,FK,-51.7,-57.85,Atlantic/Stanley\n");
    assertThat(Run.of(directory, cluster(), "reference", "publish", "cities.csv").exitCode())
        .isZero();

    List<String> cities =
        Run.of(directory, cluster(), "reference", "list", "cities", "-o", "csv").lines();

    assertThat(cities.getFirst())
        .isEqualTo("id,name,country,lat,lon,timezone,geonameid,unLocode,origin");
    assertThat(cities).anyMatch(line -> line.startsWith("hong-kong,") && line.endsWith(",mooring"));
    assertThat(cities)
        .filteredOn(line -> line.endsWith(",cluster"))
        .singleElement()
        .asString()
        .startsWith("stanley,");
  }

  private void publishParties(String csv) throws Exception {
    Files.writeString(directory.resolve("parties.csv"), csv);
    assertThat(Run.of(directory, cluster(), "reference", "publish", "parties.csv").exitCode())
        .isZero();
  }

  private static Map<String, String> cluster() {
    return Map.of(
        "MOORING_BOOTSTRAP_SERVERS",
        stack.bootstrapServers(),
        "MOORING_REGISTRY_URL",
        stack.registryUrl());
  }

  private Run explain(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    return Run.of(directory, cluster(), all.toArray(String[]::new));
  }

  private List<String> events(String... options) {
    List<String> arguments = new ArrayList<>(List.of("events", "-o", "json"));
    arguments.addAll(List.of(options));
    return Run.of(directory, cluster(), arguments.toArray(String[]::new)).lines();
  }

  private static CompletableFuture<Receipt> publish(Event event) {
    PublisherConfig config =
        PublisherConfig.of(stack.bootstrapServers(), stack.registryUrl(), "urn:test");
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (EventPublisher publisher = EventPublisher.open(config, CityReference.shipped(), clock)) {
      return publisher.publish(event);
    }
  }

  private static List<Event> events() {
    List<Event> events = new ArrayList<>();
    try (EventLog log =
        new EventLog(ViewConfig.of(stack.bootstrapServers(), stack.registryUrl()))) {
      log.readToEnd(entry -> events.add(((EventLog.Entry.Found) entry).event()));
    }
    return events;
  }

  private Run past(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("metrics", "banks", "past-bank", "-o", "json"));
    arguments.addAll(List.of(options));
    return Run.of(directory, cluster(), arguments.toArray(String[]::new));
  }

  private static ConsumerRecord<String, byte[]> read(Receipt receipt) {
    TopicPartition partition = new TopicPartition(Topics.EVENTS.name(), receipt.partition());
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, receipt.offset());
      return consumer.poll(Duration.ofSeconds(30)).iterator().next();
    }
  }

  private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
    Map<String, String> headers = new java.util.TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }

  private static int partitionOf(String key) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % Topics.EVENTS.partitions();
  }

  private static Event event(String id, String more) {
    String json =
        """
        {"id":"%s","type":"ACCOUNT_OPENED","bank":"za-bank","firm":"osl","occurredAt":"2023-04-11",
        "source":"a test",%s}
        """
            .formatted(id, more);
    return ((EventReading.Read) EventJson.read(json)).event();
  }
}
