package dev.mooring.server;

import dev.mooring.metrics.MemoryFold;
import dev.mooring.view.InMemoryEvents;
import dev.mooring.view.InMemoryView;
import dev.mooring.view.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** A server on a free port, over parts in memory, and a client of it. */
final class ServerFixture implements AutoCloseable {

  final InMemoryView view = new InMemoryView();
  final MemoryHistory history = new MemoryHistory(view);
  final MemoryRejections rejections = new MemoryRejections();
  final InMemoryEvents events = new InMemoryEvents(Path.of("target"));
  final MemorySink sink = new MemorySink();
  volatile boolean settled = true;
  volatile RuntimeException failure;
  volatile TopologyStatus topology = TopologyStatus.UNKNOWN;
  final MooringServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  ServerFixture() {
    this(ServerConfig.local(0));
  }

  ServerFixture(ServerConfig config) {
    this.server =
        MooringServer.start(
            config,
            new ServerParts(
                view,
                events,
                sink,
                rejections,
                history,
                this::await,
                () -> topology,
                "test",
                InstantSource.system()));
  }

  /** With the sample events and their rows. */
  static ServerFixture withSamples() {
    ServerFixture fixture = new ServerFixture();
    MemoryFold fold = new MemoryFold();
    long offset = 0;
    for (var event : Samples.events()) {
      fold.add(event);
      fixture.events.add(event, 0, offset++, Instant.EPOCH);
    }
    fold.rows()
        .forEach((topic, rows) -> rows.forEach((key, row) -> fixture.view.put(topic, key, row)));
    fixture.view.publish();
    return fixture;
  }

  private boolean await(Position position, Duration atMost) {
    if (failure != null) {
      throw failure;
    }
    return settled;
  }

  /** For raw sockets. */
  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.url().getPort());
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(path, request -> headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> post(String path, String type, String body) {
    return send(
        path,
        request ->
            request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> as) {
    try {
      return client.send(
          as.apply(HttpRequest.newBuilder(server.url().resolve(path))).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    client.close();
    events.close();
  }
}
