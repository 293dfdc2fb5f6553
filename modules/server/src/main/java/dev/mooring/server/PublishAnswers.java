package dev.mooring.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.publisher.NewIds;
import dev.mooring.publisher.Receipt;
import dev.mooring.server.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What became of events, and what is wrong with some, as JSON. */
final class PublishAnswers {

  private PublishAnswers() {}

  /**
   * What became of each.
   *
   * @param place what says which one is meant: {@code index} or {@code line}
   * @param failures why some were not acknowledged
   * @param next the offsets behind those that were, by partition
   */
  static byte[] results(
      String place,
      List<SentEvent> sent,
      Map<SentEvent, String> failures,
      Map<Integer, Long> next) {
    return Json.bytes(json -> writeResults(json, place, sent, failures, next));
  }

  /** What is wrong with each, and what looks odd. */
  static byte[] checks(String place, List<Submission> all, NewIds newIds) {
    return Json.bytes(json -> writeChecks(json, place, all, newIds));
  }

  private static void writeResults(
      JsonGenerator json,
      String place,
      List<SentEvent> sent,
      Map<SentEvent, String> failures,
      Map<Integer, Long> next)
      throws IOException {
    long refused = sent.stream().filter(one -> one.receipt() == null).count();
    json.writeStartObject();
    json.writeNumberField("accepted", sent.size() - refused - failures.size());
    json.writeNumberField("rejected", refused);
    json.writeNumberField("failed", failures.size());
    json.writeArrayFieldStart("results");
    for (SentEvent one : sent) {
      writeResult(json, place, one, failures.get(one));
    }
    json.writeEndArray();
    json.writeStringField("after", next.isEmpty() ? null : Receipts.token(next));
    json.writeEndObject();
  }

  private static void writeResult(JsonGenerator json, String place, SentEvent one, String failure)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField(place, one.submission().place());
    if (one.submission().event() != null) {
      json.writeStringField("id", one.submission().event().getId());
    }
    if (one.receipt() == null) {
      json.writeStringField("status", "REJECTED");
      json.writeFieldName("problems");
      Problems.faults(json, one.submission().faults());
    } else if (failure != null) {
      json.writeStringField("status", "FAILED");
      json.writeStringField("detail", failure);
    } else {
      Receipt receipt = one.receipt().join();
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
}
