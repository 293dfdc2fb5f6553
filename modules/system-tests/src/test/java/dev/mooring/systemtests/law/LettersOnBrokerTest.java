package dev.mooring.systemtests.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.contract.EventKey;
import dev.mooring.contract.LogPlace;
import dev.mooring.contract.Topics;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.publisher.PublisherConfig;
import dev.mooring.topology.TopologyRunner;
import dev.mooring.view.Rejected;
import dev.mooring.view.RejectedLog;
import dev.mooring.view.ViewConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was spoilt is listed, shown and mended, and counts once in the end. */
@ExtendWith(SharedCluster.class)
class LettersOnBrokerTest {

  private static final int ALL = BadRecords.values().length;

  @TempDir Path directory;

  private Cluster cluster;
  private final Map<BadRecords, String> letters = new EnumMap<>(BadRecords.class);

  @Test
  void shouldMendWhatWasSpoiltAndCountItOnce(Cluster cluster) throws Exception {
    this.cluster = cluster;
    try (TopologyRunner topology = TopologyRunner.start(cluster.topology(directory.resolve("s")));
        RejectedLog live = RejectedLog.open(view(), 100, Clock.systemUTC())) {
      assertThat(topology.awaitRunning(Duration.ofMinutes(1))).isTrue();
      List<Rejected> told = java.util.Collections.synchronizedList(new ArrayList<>());
      live.onRejected(told::addAll);

      publishSpoilt();
      cluster.settle();
      rejectAgain();
      assertListed();
      assertShown();
      assertGarbageIsRefused();
      mendEach();

      Awaitility.await().untilAsserted(() -> assertThat(live.latest()).isEmpty());
      assertThat(told.stream().filter(letter -> letter.mended().isPresent())).hasSize(ALL);
      assertThat(run("list", "-o", "json").out()).isEmpty();
      assertThat(run("list", "--all", "-o", "json").objects()).hasSize(ALL);
      assertMendingAgain();
      assertCountedOnce();
    }
  }

  private void publishSpoilt() {
    Map<LogPlace, BadRecords> sent =
        Stream.of(BadRecords.values())
            .collect(
                Collectors.toMap(bad -> place(cluster.publish(bad.record(cluster))), bad -> bad));
    Awaitility.await().until(() -> run("list", "-o", "json").objects().size() == ALL);
    for (JsonNode letter : run("list", "-o", "json").objects()) {
      LogPlace origin = LogPlace.parse(letter.get("origin").asText()).orElseThrow();
      letters.put(sent.get(origin), letter.get("letter").asText());
    }
  }

  /** As a lane does that reads the events from the start. */
  private void rejectAgain() {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (CommittedLog log =
        new CommittedLog(cluster.bootstrapServers(), List.of(Topics.REJECTED.name()))) {
      log.readToEnd(found::add);
    }
    cluster.publishRecords(
        found.stream()
            .map(
                letter ->
                    new ProducerRecord<>(
                        letter.topic(), null, letter.key(), letter.value(), letter.headers()))
            .toList());
  }

  private void assertListed() {
    assertThat(letters).hasSize(ALL);
    assertThat(names(run("list", "-o", "json")))
        .containsExactlyInAnyOrderElementsOf(letters.values());
    assertThat(names(run("list", "--reason", "wrong_key", "-o", "json")))
        .containsExactly(name(BadRecords.WRONG_KEY));
    assertThat(names(run("list", "--firm", "cut-short", "-o", "json")))
        .containsExactly(name(BadRecords.CUT_SHORT));
    assertThat(names(run("list", "--to", "2020", "-o", "json"))).isEmpty();
    assertThat(run("list", "--bank", "za-bnk").err()).contains("did you mean za-bank?");
    assertThat(run("list", "--limit", "3", "-o", "csv").out()).hasLineCount(4);
    assertThat(run("list").out()).contains("revision '0' should be 1 or more");
  }

  private void assertShown() throws IOException {
    JsonNode cut = show(BadRecords.CUT_SHORT);
    assertThat(cut.at("/decoded/id").asText()).isEqualTo(BadRecords.CUT_SHORT.event().getId());
    assertThat(cut.get("undecoded").asText()).contains("field '").contains("the bytes end");
    assertThat(cut.get("mended").isNull()).isTrue();
    assertThat(show(BadRecords.GARBAGE).get("valueHex").asText()).isEqualTo("070707");
    assertThat(show(BadRecords.UNKNOWN_SCHEMA).get("schemaGuessed").asBoolean()).isTrue();
    assertThat(show(BadRecords.TOMBSTONE).at("/valueHex").isNull()).isTrue();
    JsonNode large = show(BadRecords.TOO_LARGE);
    assertThat(large.get("undecoded").asText()).contains("left over");
    assertThat(large.get("omitted").isNull()).isTrue();

    Path raw = directory.resolve("raw");
    Command shown = run("show", name(BadRecords.TOO_LARGE), "--raw", raw.toString());
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out())
        .contains("1040000 bytes", "republish " + name(BadRecords.TOO_LARGE) + " --edit");
    assertThat(Files.size(raw)).isEqualTo(BadRecords.LARGE);
  }

  private void assertGarbageIsRefused() throws IOException {
    String letter = name(BadRecords.CUT_SHORT);
    assertFails(2, "PARTITION:OFFSET", "show", "seventeen");
    assertFails(1, "there is no letter 0:99999", "show", "0:99999");
    assertFails(1, "there is no letter 77:1", "republish", "77:1", "--edit");
    assertFails(2, "--reason", "republish", "--all");
    assertFails(2, "exclude each other", "republish", letter, "x.json", "--edit");
    assertFails(2, "should be one of", "list", "--reason", "INVALLID");
    assertFails(1, "cannot be published as it is", "republish", letter);
    assertFails(1, "no file that can be read", "republish", letter, "missing.json");
    assertFails(1, "/type 'X'", "republish", letter, file("{\"type\":\"X\"}"));
    assertFails(1, "is no JSON at line 1", "republish", letter, file("{\"type\""));
    String other = EventJson.write(BadRecords.INVALID.event());
    assertFails(1, "could count twice", "republish", letter, file(other));
    String atlantis = json(BadRecords.CUT_SHORT).replace("hong-kong", "hong-kang");
    assertFails(1, "hong-kong", "republish", letter, file(atlantis));
    assertEditorFails(letter, "false", "ended with 1");
    assertEditorFails(letter, "true", "is left as it is");
    assertEditorFails(letter, "cp /dev/null", "is left as it is");
    assertThat(run("list", "-o", "json").objects()).hasSize(ALL);
  }

  private void assertEditorFails(String letter, String editor, String why) {
    Command edited = edit(letter, editor);
    assertThat(edited.exitCode()).isEqualTo(1);
    assertThat(edited.err()).contains(why);
  }

  private void mendEach() throws IOException {
    assertMended(run("republish", name(BadRecords.WRONG_KEY), "-o", "json"));
    assertMended(run("republish", "--all", "--reason", "wrong_partition", "-o", "json"));
    for (BadRecords bad :
        List.of(BadRecords.INVALID, BadRecords.UNKNOWN_SCHEMA, BadRecords.TOO_LARGE)) {
      JsonNode mended = assertMended(run("republish", name(bad), file(json(bad)), "-o", "json"));
      assertThat(mended.get("id").asText()).isEqualTo(bad.event().getId());
    }
    // what has no id of its own gets the same one every time
    String made = show(BadRecords.GARBAGE).at("/origin/offset").asText();
    for (BadRecords bad : List.of(BadRecords.GARBAGE, BadRecords.TOMBSTONE)) {
      String withoutId = json(bad).replaceFirst("\"id\":\"[^\"]*\",", "");
      JsonNode mended = assertMended(run("republish", name(bad), file(withoutId), "-o", "json"));
      assertThat(mended.get("id").asText()).as(made).matches("[0-9a-f-]{14}5.*");
    }
    // killed after it was published and before it was marked
    publishAsThePublisherDoes(BadRecords.CUT_SHORT.event());
    // wrong at first, and right when the editor opens again
    Path wrong = Path.of(file("{\"type\":\"ACCOUNT_OPENED\"}"));
    Path right = Path.of(file(json(BadRecords.CUT_SHORT)));
    String editor =
        "f() { if test -e %1$s; then mv %1$s \"$1\"; else cp %2$s \"$1\"; fi; }; f"
            .formatted(wrong, right);
    Command edited = edit(name(BadRecords.CUT_SHORT), editor);
    assertThat(edited.exitCode()).as(edited.err()).isZero();
    assertThat(Files.exists(wrong)).isFalse();
  }

  private void assertMendingAgain() throws IOException {
    BadRecords bad = BadRecords.INVALID;
    assertFails(1, "was mended at", "republish", name(bad), file(json(bad)));
    assertFails(1, "higher one than 1", "republish", name(bad), file(json(bad)), "--again");
    String elsewhere = json(bad).replace(bad.firm(), "osl");
    assertFails(1, "would count twice", "republish", name(bad), file(elsewhere), "--again");
    String amended = json(bad).replace("\"revision\":1", "\"revision\":2");
    assertMended(run("republish", name(bad), file(amended), "--again", "-o", "json"));
    assertThat(show(bad).at("/mended/id").asText()).isEqualTo(bad.event().getId());
  }

  private void assertCountedOnce() throws InterruptedException {
    cluster.settle();
    var bank = cluster.rows().bankMetrics().get(BadRecords.BANK).orElseThrow();
    assertThat(bank.getEvents()).isEqualTo(ALL);
    assertThat(bank.getFirms()).isEqualTo(ALL);
    assertThat(bank.getAccountsOpened()).isEqualTo(ALL);
    long duplicates =
        cluster.rows().ledger().rows().mapToLong(row -> row.value().getDuplicate()).sum();
    assertThat(duplicates).isEqualTo(1);
    Command.assertVerified(cluster, directory);
  }

  private JsonNode show(BadRecords bad) {
    return run("show", name(bad), "-o", "json").objects().getFirst();
  }

  private static JsonNode assertMended(Command command) {
    assertThat(command.exitCode()).as(command.err()).isZero();
    assertThat(command.objects()).hasSize(1);
    assertThat(command.objects().getFirst().get("outcome").asText()).isEqualTo("PUBLISHED");
    return command.objects().getFirst();
  }

  private void assertFails(int code, String why, String... arguments) {
    Command command = run(arguments);
    assertThat(command.exitCode()).as(command.toString()).isEqualTo(code);
    assertThat(command.err()).contains(why);
  }

  private Command run(String... arguments) {
    return Command.run(cluster, directory, rejected(arguments));
  }

  private Command edit(String letter, String editor) {
    return Command.run(
        cluster, directory, Map.of("EDITOR", editor), rejected("republish", letter, "--edit"));
  }

  private static List<String> rejected(String... arguments) {
    return Stream.concat(Stream.of("rejected"), Stream.of(arguments)).toList();
  }

  private String name(BadRecords bad) {
    return letters.get(bad);
  }

  private static List<String> names(Command list) {
    return list.objects().stream().map(letter -> letter.get("letter").asText()).toList();
  }

  private static String json(BadRecords bad) {
    return EventJson.write(bad.event());
  }

  private String file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(directory, "mended", ".json"), text).toString();
  }

  private void publishAsThePublisherDoes(Event event) {
    PublisherConfig config =
        PublisherConfig.of(cluster.bootstrapServers(), cluster.registryUrl(), "urn:test");
    try (EventPublisher publisher =
        EventPublisher.open(config, CityReference.shipped(), Clock.systemUTC())) {
      assertThat(publisher.publish(event).join().offset()).isNotNegative();
    }
    assertThat(EventKey.of(event).getBytes(UTF_8)).isEqualTo(BadRecords.CUT_SHORT.key());
  }

  private ViewConfig view() {
    return ViewConfig.of(cluster.bootstrapServers(), cluster.registryUrl());
  }

  private static LogPlace place(RecordMetadata sent) {
    return new LogPlace(sent.topic(), sent.partition(), sent.offset());
  }
}
