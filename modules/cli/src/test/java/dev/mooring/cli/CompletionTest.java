package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

  private static final Path BASH = Path.of("/bin/bash");

  @TempDir Path directory;

  @Test
  void shouldLetBashCompleteCommandsAndOptions() throws Exception {
    assumeTrue(Files.isExecutable(BASH), "there is no bash");
    Files.writeString(directory.resolve("script"), completion("bash").out());

    assertThat(completed("topics", "pl")).isEqualTo("plan");
    assertThat(completed("topics", "plan", "--acl")).isEqualTo("--acls");
    assertThat(completed("doct")).isEqualTo("doctor");
  }

  @Test
  void shouldGiveZshTheSameWithItsBashcompinit() {
    assertThat(completion("zsh").out())
        .contains("bashcompinit")
        .isEqualTo(completion("bash").out());
  }

  @Test
  void shouldKnowNoOtherShell() {
    assertThat(completion("fish").exitCode()).isEqualTo(2);
    assertThat(completion("fish").err()).contains("bash, zsh");
  }

  private Run completion(String shell) {
    return Run.of(directory, Map.of(), "completion", shell);
  }

  private String completed(String... words) throws IOException, InterruptedException {
    String script =
        "source ./script; COMP_WORDS=(mooring %s); COMP_CWORD=%d; _complete_mooring; echo ${COMPREPLY[@]}"
            .formatted(String.join(" ", words), words.length);
    Process bash =
        new ProcessBuilder(BASH.toString(), "-c", script)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said.strip();
  }
}
