package dev.mooring.cli.rejected;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.contract.Problem;
import dev.mooring.replay.letters.Contents;
import dev.mooring.view.Rejected;
import java.util.ArrayList;
import java.util.List;

/** What a person who mends a letter finds in the editor. */
final class MendingSheet {

  private static final List<String> WANTED =
      List.of("type", "bank", "firm", "city", "occurredAt", "source");

  private final Rejected letter;
  private final String id;

  MendingSheet(Rejected letter, String id) {
    this.letter = letter;
    this.id = id;
  }

  /** What the person should know. */
  List<String> comments(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Letter %s (%s): %s is no event."
            .formatted(letter.letter().within(), letter.reason(), letter.origin()));
    problems.forEach(problem -> lines.add("  " + problem.describe().replaceAll("\\R", " ")));
    lines.add("Mend it, save it and leave the editor: it is published under the id below.");
    lines.add(
        "To give up, take everything out or leave it as it is. Lines that begin with # are no part"
            + " of it.");
    return lines;
  }

  /** What could be read, with the fields that most events have. */
  String text(Contents contents) {
    ObjectNode event = contents.fields().objectNode();
    event.put("id", id);
    contents.fields().properties().stream()
        .filter(field -> !field.getKey().equals("id"))
        .forEach(field -> event.set(field.getKey(), field.getValue()));
    WANTED.stream().filter(name -> !event.has(name)).forEach(event::putNull);
    return event.toPrettyString();
  }
}
