package dev.mooring.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries requests to a registry over HTTP. What may pass is tried again, at the next URL at once
 * and after a wait once all had their turn; the URL that worked is the first to be asked next time.
 */
final class RegistryTransport implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryTransport.class);
  private static final String TYPE = "application/vnd.schemaregistry.v1+json";

  private final RegistryConfig config;
  private final Retries retries;
  private final AtomicInteger preferred = new AtomicInteger();

  /** Made when it is first needed: many a serde never asks, and a client takes time to start. */
  private HttpClient http;

  RegistryTransport(RegistryConfig config, Retries retries) {
    this.config = config;
    this.retries = retries;
  }

  private synchronized HttpClient http() {
    if (http == null) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(config.connectTimeout());
      Ssl.context(config).ifPresent(builder::sslContext);
      http = builder.build();
    }
    return http;
  }

  /** Sends a request and returns the body of its answer. */
  JsonNode send(RegistryRequest request) {
    IOException last = new IOException("not tried");
    try {
      for (int failures = 0; failures == 0 || retries.another(failures); failures++) {
        for (int turn = 0; turn < config.urls().size(); turn++) {
          try {
            return sendOnce(request, config.urls().get(preferred.get())).content();
          } catch (IOException e) {
            LOG.debug("attempt {} to {} failed", failures + 1, request.what(), e);
            last = e;
            preferred.updateAndGet(index -> (index + 1) % config.urls().size());
          }
        }
      }
    } catch (InterruptedException e) {
      throw new InterruptException("interrupted while asking to " + request.what(), e);
    }
    throw unavailable(request, last);
  }

  private RegistryAnswer sendOnce(RegistryRequest request, URI registry)
      throws IOException, InterruptedException {
    HttpResponse<String> response = await(ask(build(request, registry)));
    var answer = new RegistryAnswer(request, registry, response.statusCode(), response.body());
    if (answer.isTransient()) {
      throw new IOException("HTTP " + answer.status() + " " + answer.excerpt());
    }
    return answer;
  }

  /**
   * Asks on a thread of its own: what {@code sendAsync} promises is kept by the common pool, which
   * on few cores a single task of the application blocks.
   */
  private Future<HttpResponse<String>> ask(HttpRequest request) {
    HttpClient client = http();
    FutureTask<HttpResponse<String>> asked =
        new FutureTask<>(() -> client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
    Thread.ofPlatform().daemon().name("mooring-registry").start(asked);
    return asked;
  }

  /** The client's own time limit ends with the headers; the body may stall after them. */
  private HttpResponse<String> await(Future<HttpResponse<String>> pending)
      throws IOException, InterruptedException {
    try {
      return pending.get(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no whole answer within " + config.readTimeout().toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } finally {
      pending.cancel(true);
    }
  }

  private HttpRequest build(RegistryRequest request, URI registry) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(registry + request.path()))
            .header("Accept", TYPE + ", application/json")
            .header("Content-Type", TYPE)
            .method(request.method(), body(request));
    config.authorization().ifPresent(secret -> builder.header("Authorization", secret.value()));
    return builder.build();
  }

  private static BodyPublisher body(RegistryRequest request) {
    return request
        .body()
        .map(json -> BodyPublishers.ofString(json.toString()))
        .orElseGet(BodyPublishers::noBody);
  }

  private RegistryUnavailableException unavailable(RegistryRequest request, IOException last) {
    return new RegistryUnavailableException(
        "schema registry "
            + String.join(", ", config.urls().stream().map(URI::toString).toList())
            + " could not be asked to "
            + request.what()
            + ", tried "
            + (config.maxRetries() + 1)
            + " times: "
            + reason(last)
            + "; check that it runs and that "
            + RegistryConfig.URL
            + " is right",
        last);
  }

  /** The JDK's exceptions of refused connections have no message. */
  private static String reason(IOException failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  @Override
  public synchronized void close() {
    if (http != null) {
      http.shutdownNow();
    }
  }
}
