package dev.mooring.cli.rejected;

import dev.mooring.contract.Problem;
import dev.mooring.replay.letters.Contents;
import dev.mooring.view.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Header;

/** A dead letter on a sheet, for people. */
public final class LetterSheet {

  private static final int SHOWN_BYTES = 256;
  private static final String INDENT = " ".repeat(11);

  private final List<String> lines = new ArrayList<>();

  private LetterSheet() {}

  /** The lines of the sheet. */
  public static List<String> of(Rejected letter, Contents contents, Instant now) {
    LetterSheet sheet = new LetterSheet();
    sheet.about(letter);
    sheet.decoded(contents);
    sheet.value(letter);
    sheet.field("to do", Advice.of(letter, contents, now));
    return sheet.lines;
  }

  private void about(Rejected letter) {
    field("letter", letter.letter().within() + ", rejected " + letter.recorded());
    field("reason", letter.reason());
    field("problems", letter.problems().stream().map(Problem::describe));
    String published = letter.published().map(time -> ", published " + time).orElse("");
    field("origin", letter.hasOrigin() ? letter.origin() + published : "not told");
    field("key", letter.key().map(Bytes::text).orElse("none"));
    field("headers", letter.headers().stream().map(LetterSheet::header));
    letter.omitted().ifPresent(what -> field("omitted", what));
  }

  private void decoded(Contents contents) {
    if (contents.schemaId().isPresent()) {
      String name = contents.schema().map(Schema::getFullName).orElse("unknown to the registry");
      field(
          "schema",
          "id %d, %s"
              .formatted(
                  contents.schemaId().getAsInt(),
                  contents.guessed()
                      ? "unknown to the registry; read by Mooring's own, which fits"
                      : name));
    }
    if (!contents.fields().isEmpty()) {
      field("decoded", contents.json().lines());
    }
    contents.trouble().ifPresent(trouble -> field("ends", trouble));
  }

  private void value(Rejected letter) {
    if (letter.value().isEmpty()) {
      field("value", letter.omitted().isPresent() ? "not to be had" : "none");
      return;
    }
    byte[] value = letter.value().get();
    field(
        "value",
        Stream.concat(Stream.of(value.length + " bytes"), Bytes.dump(value, SHOWN_BYTES).stream()));
  }

  private static String header(Header header) {
    return header.key() + " = " + (header.value() == null ? "" : Bytes.text(header.value()));
  }

  private void field(String name, String text) {
    lines.add("%-11s%s".formatted(name, text));
  }

  private void field(String name, Stream<String> texts) {
    List<String> all = texts.toList();
    for (int i = 0; i < all.size(); i++) {
      lines.add(i == 0 ? "%-11s%s".formatted(name, all.get(0)) : INDENT + all.get(i));
    }
  }
}
