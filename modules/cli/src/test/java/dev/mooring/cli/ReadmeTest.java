package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java that the README shows is Java that compiles. */
class ReadmeTest {

  private static final Path README = Path.of("../../README.md");
  private static final Pattern EXAMPLE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

  private static final String BEFORE =
      """
      import dev.mooring.contract.*;
      import dev.mooring.contract.event.*;
      import dev.mooring.contract.reference.*;
      import dev.mooring.contract.row.*;
      import dev.mooring.publisher.*;
      import dev.mooring.view.*;
      import java.time.*;
      import java.util.*;

      class Example {
        void run() throws Exception {
      """;

  private static final String AFTER = "}}";

  @TempDir Path directory;

  @Test
  void shouldShowExamplesThatCompile() throws Exception {
    List<String> examples =
        EXAMPLE.matcher(Files.readString(README)).results().map(found -> found.group(1)).toList();

    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    assertThat(examples).allSatisfy(example -> assertThat(problems(example)).isEmpty());
  }

  private List<String> problems(String example) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", directory.toString());
    ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, found, options, null, List.of(new Source(BEFORE + example + AFTER)))
        .call();
    return found.getDiagnostics().stream().map(Object::toString).toList();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String text) {
      super(URI.create("string:///Example.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
