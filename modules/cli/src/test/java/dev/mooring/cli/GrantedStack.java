package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.stack.RunningTopology;
import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A secured stack with topics and references, on which publisher, topology and reader may do what
 * `mooring topics plan --acls` says and no more.
 */
final class GrantedStack implements AutoCloseable {

  private static final List<String> PRINCIPALS =
      List.of(
          "--acls",
          "--principal-publisher",
          "User:" + SecuredStack.PUBLISHER,
          "--principal-topology",
          "User:" + SecuredStack.TOPOLOGY,
          "--principal-reader",
          "User:" + SecuredStack.READER);

  private static final String EVENTS =
      """
      {"id":"5f6a1f0e-0000-4000-8000-000000000001","type":"ACCOUNT_OPENED","bank":"za-bank",\
      "firm":"osl","city":"hong-kong","occurredAt":"2023-04-11","source":"a test"}
      {"id":"5f6a1f0e-0000-4000-8000-000000000002","type":"APPLICATION_DECIDED","bank":"hsbc",\
      "firm":"osl","city":"hong-kong","occurredAt":"2023-04-11","source":"a test",\
      "outcome":"DECLINED"}
      {"id":"5f6a1f0e-0000-4000-8000-000000000003","type":"BANK_STANCE_CHANGED",\
      "bank":"hsbc","stance":"APPETITE","position":"OPEN","city":"hong-kong",\
      "occurredAt":"2023-04-11","source":"a test"}
      {"id":"5f6a1f0e-0000-4000-8000-000000000004","type":"BANK_WITHDREW",\
      "bank":"silvergate","reason":"BANK_FAILURE","occurredAt":"2023-04-11","source":"a test"}
      """;

  private static final String PARTIES =
      """
      kind,id,name,country
      bank,za-bank,ZA Bank,HK
      firm,osl,OSL,HK
      """;

  private static final String CITIES =
      """
      id,name,country,lat,lon,timezone,geonameid,un_locode
      hong-kong,Hong Kong,HK,22.27832,114.17469,Asia/Hong_Kong,1819729,HKHKG
      """;

  private final Path directory;
  private final SecuredStack stack;
  private final GrantsOfStack grants;

  GrantedStack(Path directory) throws IOException {
    this.directory = directory;
    this.stack = new SecuredStack(directory);
    this.grants = new GrantsOfStack(stack);
    String parties = file("parties.csv", PARTIES).toString();
    String cities = file("cities.csv", CITIES).toString();
    succeed(run(SecuredStack.ADMIN, "topics", "apply"));
    succeed(run(SecuredStack.ADMIN, "reference", "publish", parties));
    succeed(run(SecuredStack.ADMIN, "reference", "publish", cities));
    succeed(run(SecuredStack.ADMIN, "replay", "start", "--no-run"));
    succeed(run(SecuredStack.ADMIN, "replay", "abort", "shadow-1"));
    assertThat(acls("plan").exitCode()).as("ACLs are missing").isEqualTo(3);
    succeed(acls("apply"));
    assertThat(acls("plan").exitCode()).as(acls("plan").out()).isZero();
  }

  /** What is taken away from it for a while. */
  GrantsOfStack grants() {
    return grants;
  }

  Settings settings(String user) {
    return stack.settings(user);
  }

  Run run(String user, String... arguments) {
    return stack.run(user, arguments);
  }

  /** Publishes four events as a user; the same ones each time. */
  Run publish(String user) throws IOException {
    return run(user, "publish", file("events.jsonl", EVENTS).toString());
  }

  /** Publishes four others. */
  Run publishMore(String user) throws IOException {
    String others = EVENTS.replace("-0000-4000-", "-1111-4000-");
    return run(user, "publish", file("more.jsonl", others).toString());
  }

  /** A record that is no event, as only the administrator may send it. */
  void publishGarbage() throws Exception {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            settings(SecuredStack.ADMIN).producer(),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.EVENTS.name(), new byte[] {7})).get();
    }
  }

  /** An instance that keeps its state in a directory of that name, and runs as a user. */
  RunningTopology topology(String user, String state) {
    return RunningTopology.start(settings(user), directory.resolve(state), Lane.LIVE, told -> {});
  }

  @Override
  public void close() {
    stack.close();
  }

  static void succeed(Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private Run acls(String verb) {
    return run(
        SecuredStack.ADMIN,
        Stream.concat(Stream.of("topics", verb), PRINCIPALS.stream()).toArray(String[]::new));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }
}
