package dev.mooring.cli.rejected;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of one's own that is opened in an editor until what stands in it is right. What was
 * written into it is never lost: unless it has served its purpose, the file stays.
 */
public final class EditedFile implements AutoCloseable {

  private static final String COMMENT = "#";

  private final Editor editor;
  private final Path file;
  private String offered = "";
  private String found = "";
  private boolean changed;
  private boolean edited;
  private boolean done;

  private EditedFile(Editor editor, Path file) {
    this.editor = editor;
    this.file = file;
  }

  /** A file that nobody else may read. */
  public static EditedFile in(Editor editor) throws IOException {
    return new EditedFile(editor, Files.createTempFile("mooring-letter-", ".json"));
  }

  /**
   * Opens a text under comments.
   *
   * @return what stands there afterwards, without comments; empty when it was emptied or left as it
   *     was, both of which mean to give up
   */
  public Optional<String> edit(List<String> comments, String text) {
    offered = text.strip();
    try {
      Files.writeString(
          file,
          Stream.concat(comments.stream().map(line -> COMMENT + " " + line), Stream.of(offered, ""))
              .collect(Collectors.joining("\n")));
      try {
        editor.edit(file);
      } finally {
        look();
      }
      return changed ? Optional.of(found) : Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(file + " cannot be used: " + failed.getMessage(), failed);
    }
  }

  /** Looks at what stands there, also when the editor has failed. */
  private void look() throws IOException {
    found =
        Files.readString(file)
            .lines()
            .filter(line -> !line.stripLeading().startsWith(COMMENT))
            .collect(Collectors.joining("\n"))
            .strip();
    changed = !found.isEmpty() && !found.equals(offered);
    edited = !found.isEmpty() && (edited || changed);
  }

  /** What was written has served its purpose. */
  public void done() {
    done = true;
  }

  /** Where what was written is kept; empty when there is nothing to keep. */
  public Optional<Path> kept() {
    return edited && !done ? Optional.of(file) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    if (kept().isEmpty()) {
      Files.deleteIfExists(file);
    }
  }
}
