package dev.mooring.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Reads server-sent events, one after the other. */
final class StreamClient implements AutoCloseable {

  private final HttpResponse<java.io.InputStream> response;
  private final BufferedReader lines;
  private String lastId;

  /** A message; the retry line and comments are passed over. */
  record Message(String event, String id, String data) {}

  StreamClient(HttpClient client, URI url, String lastId) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    this.lastId = lastId;
    try {
      this.response = client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    this.lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
  }

  int status() {
    return response.statusCode();
  }

  String lastId() {
    return lastId;
  }

  /** The next message; null at the end. */
  Message next() {
    try {
      String event = null;
      String id = null;
      String data = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && event != null) {
          lastId = id;
          return new Message(event, id, data);
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next message of that name. */
  Message next(String event) {
    Message message = next();
    while (message != null && !message.event.equals(event)) {
      message = next();
    }
    return message;
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
