package dev.mooring.server;

import dev.mooring.contract.Problem;
import dev.mooring.contract.codec.RowCsv;
import dev.mooring.server.json.Records;
import dev.mooring.view.Rejected;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The latest dead letters that are open. */
final class RejectedResource {

  private static final List<String> FIELDS =
      List.of(
          "letter",
          "recordedAt",
          "reason",
          "problems",
          "topic",
          "partition",
          "offset",
          "key",
          "value");

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
            Records::rejected, RowCsv.header(FIELDS), letter -> RowCsv.write(flat(letter))));
  }

  private static Map<String, Object> flat(Rejected letter) {
    Map<String, Object> flat = new LinkedHashMap<>();
    flat.put("letter", letter.letter().within());
    flat.put("recordedAt", letter.recorded());
    flat.put("reason", letter.reason());
    flat.put(
        "problems",
        letter.problems().stream().map(Problem::describe).collect(Collectors.joining("; ")));
    flat.put("topic", letter.topic());
    flat.put("partition", letter.partition());
    flat.put("offset", letter.offset());
    flat.put("key", Records.text(letter.key()));
    flat.put("value", Records.text(letter.value()));
    return flat;
  }
}
