package dev.mooring.registry;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends single requests, each with a time limit for its whole answer. Safe for several threads. */
final class Http implements AutoCloseable {

  private final RegistryConfig config;

  /** Made when it is first needed: many a serde never asks, and a client takes time to start. */
  private HttpClient client;

  Http(RegistryConfig config) {
    this.config = config;
  }

  /** Whether the same request may fare better at another time or place. */
  static boolean mayPass(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    Future<HttpResponse<String>> asked = ask(request);
    try {
      return asked.get(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // The client's own time limit ends with the headers; the body may stall after them.
      throw new IOException("no whole answer within " + config.readTimeout().toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } finally {
      asked.cancel(true);
    }
  }

  /**
   * Asks on a thread of its own: what {@code sendAsync} promises is kept by the common pool, which
   * on few cores a single task of the application blocks.
   */
  private Future<HttpResponse<String>> ask(HttpRequest request) {
    HttpClient asking = client();
    FutureTask<HttpResponse<String>> asked =
        new FutureTask<>(() -> asking.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
    Thread.ofPlatform().daemon().name("mooring-registry").start(asked);
    return asked;
  }

  private synchronized HttpClient client() {
    if (client == null) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(config.connectTimeout());
      Tls.of(config).ifPresent(tls -> tls.applyTo(builder));
      client = builder.build();
    }
    return client;
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.shutdownNow();
    }
  }
}
