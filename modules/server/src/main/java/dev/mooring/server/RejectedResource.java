package dev.mooring.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.contract.Problem;
import dev.mooring.contract.codec.RowCsv;
import dev.mooring.view.Rejected;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The latest dead letters. */
final class RejectedResource {

  private static final List<String> FIELDS =
      List.of("recordedAt", "reason", "problems", "topic", "partition", "offset", "key", "value");

  private final Supplier<List<Rejected>> latest;

  RejectedResource(Supplier<List<Rejected>> latest) {
    this.latest = latest;
  }

  static List<Param> params() {
    return List.of(Query.LIMIT);
  }

  void list(Context ctx) {
    Format format = Format.of(ctx.header("Accept"));
    List<Rejected> letters = latest.get().stream().limit(new Query(ctx).limit()).toList();
    ctx.header("Cache-Control", "no-store");
    Lists.write(
        ctx,
        format,
        letters,
        Optional.empty(),
        new Lists.Writer<>(
            RejectedResource::write, RowCsv.header(FIELDS), letter -> RowCsv.write(flat(letter))));
  }

  /** A letter as JSON. */
  static void write(JsonGenerator json, Rejected letter) throws IOException {
    json.writeStartObject();
    json.writeStringField("recordedAt", letter.recorded().toString());
    json.writeStringField("reason", letter.reason());
    json.writeFieldName("problems");
    Problems.faults(json, letter.problems().stream().map(RejectedResource::fault).toList());
    json.writeObjectFieldStart("origin");
    json.writeStringField("topic", letter.topic());
    json.writeNumberField("partition", letter.partition());
    json.writeNumberField("offset", letter.offset());
    json.writeEndObject();
    json.writeStringField("key", text(letter.key()));
    json.writeStringField("value", text(letter.value()));
    json.writeStringField("omitted", letter.omitted().orElse(null));
    json.writeEndObject();
  }

  private static Map<String, Object> flat(Rejected letter) {
    Map<String, Object> flat = new LinkedHashMap<>();
    flat.put("recordedAt", letter.recorded());
    flat.put("reason", letter.reason());
    flat.put(
        "problems",
        letter.problems().stream().map(Problem::describe).collect(Collectors.joining("; ")));
    flat.put("topic", letter.topic());
    flat.put("partition", letter.partition());
    flat.put("offset", letter.offset());
    flat.put("key", text(letter.key()));
    flat.put("value", text(letter.value()));
    return flat;
  }

  private static HttpProblem.Fault fault(Problem problem) {
    String field = problem.field();
    String pointer = field.isEmpty() || field.startsWith("/") ? field : "/" + field;
    return new HttpProblem.Fault(pointer, problem.value(), problem.message(), null);
  }

  /** The text that bytes are; null when they are none. */
  private static String text(Optional<byte[]> bytes) {
    try {
      return bytes.isEmpty()
          ? null
          : UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString();
    } catch (CharacterCodingException noText) {
      return null;
    }
  }
}
