package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of docs/http.md, as curl would. */
class HttpDocTest {

  private static final Path PAGE = Path.of("../../docs/http.md");
  private static final Pattern BLOCK = Pattern.compile("```sh\\R(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Pattern STATUS = Pattern.compile("# (\\d{3}),");

  private static ServerFixture fixture;

  @BeforeAll
  static void start() {
    fixture = ServerFixture.withSamples();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  static List<String> examples() throws IOException {
    List<String> examples =
        BLOCK
            .matcher(Files.readString(PAGE))
            .results()
            .flatMap(block -> block.group(1).replace("\\\n", " ").lines())
            .filter(line -> !line.isBlank())
            .toList();
    assertThat(examples).hasSizeGreaterThan(20).allMatch(line -> line.startsWith("curl "));
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldRun(String example) {
    Matcher status = STATUS.matcher(example);
    boolean refused = status.find();

    if (example.contains("curl -N ")) {
      shouldFollow(words(example).getLast());
    } else {
      HttpResponse<String> answer = run(words(example));
      assertThat(answer.statusCode())
          .as(answer.body())
          .isEqualTo(
              refused
                  ? Integer.parseInt(status.group(1))
                  : answer.request().method().equals("POST") && !example.contains("check")
                      ? 202
                      : 200);
    }
  }

  private static void shouldFollow(String url) {
    try (HttpClient client = HttpClient.newHttpClient();
        StreamClient stream = new StreamClient(client, here(url), null)) {
      assertThat(stream.next().event()).isEqualTo("joined");
      client.shutdownNow();
    }
  }

  private static HttpResponse<String> run(List<String> words) {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-H" -> {
          String[] header = words.get(++i).split(": ", 2);
          request.header(header[0], header[1]);
        }
        case "-d" -> request.POST(BodyPublishers.ofString(words.get(++i)));
        case "--compressed" -> {}
        default -> request.uri(here(words.get(i)));
      }
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static URI here(String url) {
    assertThat(url).startsWith("http://127.0.0.1:8080/");
    return fixture.server.url().resolve(URI.create(url).getRawPath() + query(URI.create(url)));
  }

  private static String query(URI uri) {
    return uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line.replaceFirst(" +# .*$", ""));
    while (matcher.find()) {
      String quoted = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      words.add(quoted == null ? matcher.group(3) : quoted);
    }
    return words;
  }
}
