package dev.mooring.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReaders;
import dev.mooring.contract.reference.City;
import dev.mooring.publisher.NewIds;
import dev.mooring.publisher.Receipt;
import dev.mooring.server.HttpProblem.Fault;
import dev.mooring.server.json.Json;
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

  /** One that was sent on, and what becomes of it. */
  private record Sent(Submission submission, CompletableFuture<Receipt> receipt) {}

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
    ctx.result(Json.bytes(json -> writeChecks(json, place, all, newIds)));
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
    List<Sent> sent = new ArrayList<>();
    for (Submission submission : all) {
      sent.add(new Sent(submission, send(submission)));
    }
    answer(ctx, 202, "index", sent, true);
  }

  private void publishLines(Context ctx, InputStream body, String type) {
    Submission.Check check = checks();
    List<Sent> sent = new ArrayList<>();
    Submission.read(
        reader(body, type),
        reading -> {
          Submission submission = check.of(reading.line(), reading);
          sent.add(new Sent(submission, submission.wrong() ? null : send(submission)));
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

  private void answer(Context ctx, int status, String place, List<Sent> sent, boolean allOrNone) {
    Map<Integer, Long> next = new HashMap<>();
    Map<Sent, String> failures = new HashMap<>();
    for (Sent one : sent) {
      if (one.receipt != null) {
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
    ctx.result(Json.bytes(json -> writeResults(json, place, sent, failures, next)));
  }

  private static void settle(Sent one, Map<Integer, Long> next, Map<Sent, String> failures) {
    try {
      Receipt receipt = one.receipt.join();
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

  private static void writeResults(
      JsonGenerator json,
      String place,
      List<Sent> sent,
      Map<Sent, String> failures,
      Map<Integer, Long> next)
      throws IOException {
    long refused = sent.stream().filter(one -> one.receipt == null).count();
    json.writeStartObject();
    json.writeNumberField("accepted", sent.size() - refused - failures.size());
    json.writeNumberField("rejected", refused);
    json.writeNumberField("failed", failures.size());
    json.writeArrayFieldStart("results");
    for (Sent one : sent) {
      writeResult(json, place, one, failures.get(one));
    }
    json.writeEndArray();
    json.writeStringField("after", next.isEmpty() ? null : Receipts.token(next));
    json.writeEndObject();
  }

  private static void writeResult(JsonGenerator json, String place, Sent one, String failure)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField(place, one.submission.place());
    if (one.submission.event() != null) {
      json.writeStringField("id", one.submission.event().getId());
    }
    if (one.receipt == null) {
      json.writeStringField("status", "REJECTED");
      json.writeFieldName("problems");
      Problems.faults(json, one.submission.faults());
    } else if (failure != null) {
      json.writeStringField("status", "FAILED");
      json.writeStringField("detail", failure);
    } else {
      Receipt receipt = one.receipt.join();
      json.writeStringField("status", "ACCEPTED");
      json.writeNumberField("partition", receipt.partition());
      json.writeNumberField("offset", receipt.offset());
    }
    json.writeEndObject();
  }

  private static void writeChecks(
      JsonGenerator json, String place, List<Submission> all, NewIds newIds) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("results");
    for (Submission submission : all) {
      json.writeStartObject();
      json.writeNumberField(place, submission.place());
      json.writeFieldName("problems");
      Problems.faults(json, submission.faults());
      json.writeArrayFieldStart("remarks");
      if (submission.event() != null) {
        for (String remark : newIds.notice(submission.event())) {
          json.writeString(remark);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
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
