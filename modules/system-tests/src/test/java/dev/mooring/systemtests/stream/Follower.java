package dev.mooring.systemtests.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A client of the stream that comes and goes, and puts together what it was told. */
final class Follower implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String query;
  private String last;

  /** The rows as they were told last, by topic and key. */
  final Map<String, JsonNode> rows = new TreeMap<>();

  /**
   * Every row that was told, but for moorings: the topology writes all of a relationship anew when
   * one of them changes, so the same may be told again, of another place.
   */
  final List<String> versions = new ArrayList<>();

  /** Every event that was told, by its place. */
  final List<String> events = new ArrayList<>();

  /** The names of all messages. */
  final List<String> messages = new ArrayList<>();

  Follower(String query) {
    this.query = query;
  }

  /** Follows until a message is the last one wanted, or the server ends the stream. */
  void follow(URI server, Predicate<String> isLast) throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1/stream?" + query));
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    try {
      HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("the stream answered " + answer.statusCode());
      }
      try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
        read(lines, isLast);
      }
    } catch (IOException cut) {
      messages.add("cut");
    }
  }

  private void read(BufferedReader lines, Predicate<String> isLast) throws IOException {
    Map<String, String> message = new TreeMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        message.put(line.substring(0, colon), line.substring(colon + 2));
      } else if (line.isEmpty() && message.containsKey("event")) {
        take(message);
        if (isLast.test(message.get("event"))) {
          return;
        }
        message.clear();
      }
    }
  }

  private void take(Map<String, String> message) throws IOException {
    messages.add(message.get("event"));
    JsonNode data = JSON.readTree(message.get("data"));
    switch (message.get("event")) {
      case "row" -> row(data);
      case "event" -> events.add(data.get("partition").asInt() + "-" + data.get("offset").asInt());
      default -> {}
    }
    last = message.get("id");
  }

  private void row(JsonNode told) {
    if (!told.get("topic").asText().equals("moorings")) {
      versions.add(told.toString());
    }
    String key = told.get("topic").asText() + " " + told.get("key").asText();
    if (told.get("row").isNull()) {
      rows.remove(key);
    } else {
      rows.put(key, told.get("row"));
    }
  }

  /** The items of a list. */
  List<JsonNode> list(URI server, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/v1/" + path + "?limit=10000")).build();
    List<JsonNode> items = new ArrayList<>();
    JSON.readTree(client.send(request, BodyHandlers.ofString()).body())
        .get("items")
        .forEach(items::add);
    return items;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
