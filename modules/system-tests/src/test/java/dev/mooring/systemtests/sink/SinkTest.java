package dev.mooring.systemtests.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.sink.Tables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The tables of PostgreSQL are the rows of the topics, whatever happens to the sink. */
@TestMethodOrder(OrderAnnotation.class)
class SinkTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Path COOKBOOK = Path.of("../../docs/sql.md");

  private static SinkStack stack;
  private static Database database;
  private static ConnectWorker worker;

  @BeforeAll
  static void start() throws Exception {
    stack = SinkStack.start();
    database = stack.database("first");
    worker = stack.worker("first");
  }

  @AfterAll
  static void stop() throws Exception {
    worker.close();
    stack.close();
  }

  @Test
  @Order(1) // while there are the samples and nothing else
  void shouldAnswerAsTheCookbookShows() throws Exception {
    // given
    awaitSame(database, worker);
    Cookbook cookbook = new Cookbook(Files.readString(COOKBOOK));

    // when
    String answered = cookbook.answeredBy(database.source());

    // then
    Path answers = Files.writeString(Path.of("target/sql.md"), answered);
    assertThat(COOKBOOK)
        .as("look at modules/system-tests/target/sql.md and copy it if it is right")
        .hasSameTextualContentAs(answers);
    assertThat(cookbook.size()).isGreaterThanOrEqualTo(8);
  }

  @Test
  @Order(2)
  void shouldReplaceRowsAndDeleteThemWithTheirTombstones() throws Exception {
    // given
    stack.publish(Stream.of(opening("sink-bank", 1, "CONFIRMED", "2024-01-05")));
    awaitSame(database, worker);
    assertThat(database.rows(Topics.BANK_DAILY)).containsKey("sink-bank/2024-01-05");

    // when it is put right, a row goes and others change
    stack.publish(Stream.of(opening("sink-bank", 2, "CONFIRMED", "2024-01-06")));
    awaitSame(database, worker);
    assertThat(database.rows(Topics.BANK_DAILY))
        .containsKey("sink-bank/2024-01-06")
        .doesNotContainKey("sink-bank/2024-01-05");
    assertThat(database.rows(Topics.MOORINGS).get("sink-bank/osl/hong-kong"))
        .contains("\"firstDay\":\"2024-01-06\"");

    // when it is withdrawn
    stack.publish(Stream.of(opening("sink-bank", 3, "RETRACTED", "2024-01-06")));
    awaitSame(database, worker);
    assertThat(database.rows(Topics.MOORINGS)).doesNotContainKey("sink-bank/osl/hong-kong");
    assertThat(database.rows(Topics.BANK_METRICS)).doesNotContainKey("sink-bank");
  }

  @Test
  @Order(3)
  void shouldNeitherLoseNorDoubleWhenKilledInTheMiddle() throws Exception {
    // given half of it written
    stack.publish(openings("killed-bank", 0, 600));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> database.rows(Topics.MOORINGS).toString().contains("killed-bank"));

    // when
    worker.kill();
    stack.publish(openings("killed-bank", 600, 800));
    stack.publish(Stream.of(opening("killed-bank-7", 2, "RETRACTED", "2024-01-05")));
    worker = stack.worker("first");

    // then
    awaitSame(database, worker);
    assertThat(database.rows(Topics.BANK_METRICS))
        .containsKey("killed-bank-799")
        .doesNotContainKey("killed-bank-7");
  }

  @Test
  @Order(4)
  void shouldEndWhenTheDatabaseIsAwayAndGoOnWhenItIsBack() throws Exception {
    // given
    stack.databaseGate().shut();
    stack.publish(openings("away-bank", 0, 10));
    assertThat(worker.awaitEnd(PATIENCE)).isEqualTo(1);

    // when
    stack.databaseGate().open();
    worker = stack.worker("first");

    // then
    awaitSame(database, worker);
  }

  @Test
  @Order(5)
  void shouldMakeTheSameTablesFromScratch() throws Exception {
    Database second = stack.database("second");
    try (ConnectWorker another = stack.worker("second")) {
      awaitSame(second, another);
    }
    assertThat(tables(second)).isEqualTo(tables(database));
  }

  @Test
  @Order(6) // the last: nobody can read that topic any more
  void shouldEndAtARecordThatIsNoRowAndNameIt() throws Exception {
    // given
    assertThat(worker.isHealthy()).as(worker::lastWords).isTrue();

    // when
    stack.publishNoRow(Topics.LEDGER);

    // then
    assertThat(worker.awaitEnd(PATIENCE)).isEqualTo(1);
    assertThat(worker.lastWords()).contains(Topics.LEDGER.name());
  }

  private static void awaitSame(Database database, ConnectWorker worker) {
    Map<String, Map<String, String>> expected = stack.settledRows();
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .failFast(() -> assertThat(worker.isAlive()).as(worker::lastWords).isTrue())
        .untilAsserted(
            () -> assertThat(tables(database)).as(worker::lastWords).isEqualTo(expected));
  }

  private static Map<String, Map<String, String>> tables(Database database) throws SQLException {
    Map<String, Map<String, String>> tables = new TreeMap<>();
    for (TopicSpec topic : Tables.topics()) {
      tables.put(topic.name(), database.rows(topic));
    }
    return tables;
  }

  private static Stream<String> openings(String bank, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(number -> opening(bank + "-" + number, 1, "REPORTED", "2024-01-05"));
  }

  private static String opening(String bank, int revision, String status, String day) {
    return """
    {"id":"%s","revision":%d,"status":"%s","type":"ACCOUNT_OPENED","bank":"%s","firm":"osl","city":"hong-kong","occurredAt":"%s","source":"a test"}
    """
        .formatted(
            UUID.nameUUIDFromBytes(bank.getBytes(StandardCharsets.UTF_8)),
            revision,
            status,
            bank,
            day);
  }
}
