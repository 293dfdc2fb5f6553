package dev.mooring.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditedFileTest {

  private static final List<String> COMMENTS = List.of("what is wrong", "more");

  @TempDir Path directory;

  @Test
  void shouldGiveWhatWasWrittenWithoutComments() throws IOException {
    String editor =
        "f() { cp \"$1\" %s/seen; echo '{\"a\":1}' >> \"$1\"; }; f".formatted(directory);
    try (EditedFile file = with(editor)) {
      assertThat(file.edit(COMMENTS, "{\"b\":2}")).hasValue("{\"b\":2}\n{\"a\":1}");
      file.done();
    }
    assertThat(directory.resolve("seen")).hasContent("# what is wrong\n# more\n{\"b\":2}\n");
  }

  @Test
  void shouldTakeNothingOfAFileThatIsEmptiedOrLeftAsItIs() throws IOException {
    for (String editor : List.of("true", "cp /dev/null")) {
      try (EditedFile file = with(editor)) {
        assertThat(file.edit(COMMENTS, "{\"b\":2}")).isEmpty();
        assertThat(file.kept()).isEmpty();
      }
    }
  }

  @Test
  void shouldKeepWhatWasWrittenUntilItHasServed() throws IOException {
    Path kept;
    try (EditedFile file = with("echo '{}' >")) {
      assertThat(file.edit(COMMENTS, "{\"b\":2}")).hasValue("{}");
      // left as it is the second time
      assertThat(file.edit(COMMENTS, "{}")).isEmpty();
      kept = file.kept().orElseThrow();
    }
    try {
      assertThat(kept).content().contains("{}");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rw-------");
    } finally {
      Files.delete(kept);
    }
  }

  @Test
  void shouldKeepWhatWasWrittenWhenTheEditorFails() throws IOException {
    Path kept;
    try (EditedFile file = with("f() { echo '{}' > \"$1\"; exit 3; }; f")) {
      assertThatThrownBy(() -> file.edit(COMMENTS, "{\"b\":2}"))
          .isInstanceOf(CommandException.class)
          .hasMessageContaining("ended with 3");
      kept = file.kept().orElseThrow();
    }
    assertThat(Files.deleteIfExists(kept)).isTrue();
  }

  @Test
  void shouldPreferVisual() throws IOException {
    Map<String, String> environment = Map.of("VISUAL", "echo v >", "EDITOR", "echo e >");
    try (EditedFile file = EditedFile.in(Editor.of(environment))) {
      assertThat(file.edit(COMMENTS, "")).isEqualTo(Optional.of("v"));
      file.done();
    }
  }

  @Test
  void shouldShowBytes() {
    assertThat(Bytes.text("za-bank/osl".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo("za-bank/osl");
    assertThat(Bytes.text(new byte[] {(byte) 0xff, 1})).isEqualTo("0xff01");
    assertThat(Bytes.text(new byte[] {0, 1})).isEqualTo("0x0001");
    assertThat(Bytes.dump(new byte[] {'a', 0, -1}, 16))
        .containsExactly("000000  61 00 ff" + " ".repeat(39) + "  a..");
    assertThat(Bytes.dump(new byte[40], 32)).hasSize(3).last().isEqualTo("... and 8 more");
  }

  private static EditedFile with(String editor) throws IOException {
    return EditedFile.in(Editor.of(Map.of("EDITOR", editor)));
  }
}
