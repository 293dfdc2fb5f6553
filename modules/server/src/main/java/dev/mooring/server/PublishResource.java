package dev.mooring.server;

import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReaders;
import dev.mooring.contract.reference.City;
import dev.mooring.publisher.NewIds;
import dev.mooring.publisher.Receipt;
import dev.mooring.server.HttpProblem.Fault;
import dev.mooring.view.Row;
import dev.mooring.view.Snapshot;
import dev.mooring.view.Table;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.BufferExhaustedException;

/** Takes events: all or none of an object or an array, line by line of what comes in lines. */
final class PublishResource {

  static final List<String> MEDIA_TYPES = List.of(Route.JSON, Route.NDJSON, Route.CSV);

  private final EventSink sink;
  private final Current current;
  private final Limits limits;

  PublishResource(EventSink sink, Current current, Limits limits) {
    this.sink = sink;
    this.current = current;
    this.limits = limits;
  }

  void publish(Context ctx) throws IOException {
    String type = Bodies.mediaType(ctx, MEDIA_TYPES);
    try (InputStream body = Bodies.open(ctx, limits)) {
      if (type.equals(Route.JSON)) {
        publishAll(ctx, body);
      } else {
        publishLines(ctx, body, type);
      }
    }
  }

  /** Tells what is wrong, and what looks odd, and publishes nothing. */
  void check(Context ctx) throws IOException {
    String type = Bodies.mediaType(ctx, MEDIA_TYPES);
    List<Submission> all = new ArrayList<>();
    try (InputStream body = Bodies.open(ctx, limits)) {
      if (type.equals(Route.JSON)) {
        all.addAll(Submission.readJson(body, checks(), array -> {}));
      } else {
        Submission.Check check = checks();
        Submission.read(reader(body, type), reading -> all.add(check.of(reading.line(), reading)));
      }
    }
    NewIds newIds = newIds();
    String place = type.equals(Route.JSON) ? "index" : "line";
    ctx.contentType(Route.JSON);
    ctx.result(PublishAnswers.checks(place, all, newIds));
  }

  private void publishAll(Context ctx, InputStream body) throws IOException {
    boolean[] array = new boolean[1];
    List<Submission> all = Submission.readJson(body, checks(), is -> array[0] = is);
    List<Fault> faults = new ArrayList<>();
    for (Submission submission : all) {
      String prefix = array[0] ? "/" + submission.place() : "";
      submission.faults().forEach(fault -> faults.add(at(prefix, fault)));
    }
    if (!faults.isEmpty()) {
      throw HttpProblem.badRequest("nothing was published: " + told(faults)).with(faults);
    }
    List<SentEvent> sent = new ArrayList<>();
    for (Submission submission : all) {
      sent.add(new SentEvent(submission, send(submission)));
    }
    answer(ctx, 202, "index", sent, true);
  }

  private void publishLines(Context ctx, InputStream body, String type) {
    Submission.Check check = checks();
    List<SentEvent> sent = new ArrayList<>();
    Submission.read(
        reader(body, type),
        reading -> {
          Submission submission = check.of(reading.line(), reading);
          sent.add(new SentEvent(submission, submission.wrong() ? null : send(submission)));
        });
    answer(ctx, 200, "line", sent, false);
  }

  private CompletableFuture<Receipt> send(Submission submission) {
    try {
      return sink.publish(submission.event());
    } catch (EventSink.NoRoomException full) {
      throw noRoom();
    }
  }

  private void answer(
      Context ctx, int status, String place, List<SentEvent> sent, boolean allOrNone) {
    Map<Integer, Long> next = new HashMap<>();
    Map<SentEvent, String> failures = new HashMap<>();
    for (SentEvent one : sent) {
      if (one.receipt() != null) {
        settle(one, next, failures);
      }
    }
    if (!failures.isEmpty() && allOrNone) {
      throw HttpProblem.of(
              503,
              "Kafka has not acknowledged",
              "%d of %d events were not acknowledged: %s; to send all again is safe"
                  .formatted(failures.size(), sent.size(), failures.values().iterator().next()))
          .header("Retry-After", "1");
    }
    ctx.status(status);
    ctx.contentType(Route.JSON);
    ctx.result(PublishAnswers.results(place, sent, failures, next));
  }

  private static void settle(
      SentEvent one, Map<Integer, Long> next, Map<SentEvent, String> failures) {
    try {
      Receipt receipt = one.receipt().join();
      next.merge(receipt.partition(), receipt.offset() + 1, Math::max);
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof BufferExhaustedException) {
        throw noRoom();
      }
      failures.put(one, String.valueOf(failed.getCause().getMessage()));
    }
  }

  private static HttpProblem noRoom() {
    return HttpProblem.of(
            429,
            "Too many requests",
            "so much is being published that there is no room for more now; to send all again is"
                + " safe")
        .header("Retry-After", "1");
  }

  private Submission.Check checks() {
    return new Submission.Check(sink::problems, current.get().geography().cities());
  }

  private NewIds newIds() {
    Snapshot snapshot = current.get().snapshot();
    Set<String> firms = new HashSet<>(keys(snapshot.firms()));
    snapshot.moorings().rows().forEach(row -> firms.add(row.value().getFirm()));
    Set<String> banks = new HashSet<>(keys(snapshot.banks()));
    banks.addAll(keys(snapshot.bankMetrics()));
    List<String> cities =
        current.get().geography().cities().all().stream().map(City::getId).toList();
    return new NewIds(banks, firms, cities);
  }

  private static List<String> keys(Table<?> table) {
    return table.rows().map(Row::key).toList();
  }

  private static EventReader reader(InputStream body, String type) {
    return type.equals(Route.CSV) ? EventReaders.csv(body) : EventReaders.jsonLines(body);
  }

  private static Fault at(String prefix, Fault fault) {
    return new Fault(prefix + fault.pointer(), fault.value(), fault.message(), fault.suggestion());
  }

  private static String told(List<Fault> faults) {
    Fault first = faults.getFirst();
    String value = first.value() == null ? "" : "'" + first.value() + "' ";
    String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
    return (first.pointer() + " ").stripLeading() + value + first.message() + more;
  }
}
