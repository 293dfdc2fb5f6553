package dev.mooring.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries requests to a registry over HTTP. What may pass is tried again, at the next URL at once
 * and after a wait once all had their turn; the URL that worked is the first to be asked next time.
 * Safe for several threads.
 */
final class RegistryTransport implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryTransport.class);
  private static final String TYPE = "application/vnd.schemaregistry.v1+json";

  private final RegistryConfig config;
  private final Retries retries;
  private final InstantSource clock;
  private final Http http;
  private final Authorization authorization;

  /** Index of the URL that answered last. */
  private volatile int preferred;

  RegistryTransport(RegistryConfig config, Retries retries, InstantSource clock) {
    this.config = config;
    this.retries = retries;
    this.clock = clock;
    this.http = new Http(config);
    this.authorization = new Authorization(config.credentials(), http, clock);
  }

  /** Sends a request and returns the body of its answer. */
  JsonNode send(RegistryRequest request) {
    Failures failures = new Failures();
    try {
      do {
        Optional<RegistryAnswer> answer = round(request, failures);
        if (answer.isPresent()) {
          return answer.get().content();
        }
      } while (failures.mayPass() && retries.another(failures.rounds(), failures.askedFor()));
    } catch (InterruptedException e) {
      throw new InterruptException("interrupted while asking to " + request.what(), e);
    }
    throw failures.told(request);
  }

  /** The answer of the first URL that gives one; empty when none does. */
  private Optional<RegistryAnswer> round(RegistryRequest request, Failures failures)
      throws InterruptedException {
    failures.beginRound();
    List<URI> urls = config.urls();
    int first = preferred;
    for (int turn = 0; turn < urls.size(); turn++) {
      int index = (first + turn) % urls.size();
      try {
        RegistryAnswer answer = sendOnce(request, urls.get(index));
        preferred = index;
        return Optional.of(answer);
      } catch (IOException e) {
        LOG.debug("{} could not be asked to {}", urls.get(index), request.what(), e);
        failures.add(urls.get(index), e);
      }
    }
    return Optional.empty();
  }

  private RegistryAnswer sendOnce(RegistryRequest request, URI registry)
      throws IOException, InterruptedException {
    Optional<Password> shown = authorization.header(registry);
    HttpResponse<String> response = http.send(build(request, registry, shown));
    if (response.statusCode() == 401 && authorization.renews(shown)) {
      response = http.send(build(request, registry, authorization.header(registry)));
    }
    var answer =
        new RegistryAnswer(
            request, registry, response.statusCode(), response.body(), authorization::hide);
    if (Http.mayPass(answer.status())) {
      throw new PassingTrouble(
          "HTTP " + answer.status() + " " + answer.excerpt(), retryAfter(response));
    }
    return answer;
  }

  private Duration retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .map(text -> PassingTrouble.parseRetryAfter(text, clock.instant()))
        .orElse(Duration.ZERO);
  }

  private HttpRequest build(RegistryRequest request, URI registry, Optional<Password> shown) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(registry + request.path()))
            .header("Accept", TYPE + ", application/json")
            .header("Content-Type", TYPE)
            .method(request.method(), body(request));
    config.headers().forEach(builder::header);
    shown.ifPresent(secret -> builder.header("Authorization", secret.value()));
    return builder.build();
  }

  private static BodyPublisher body(RegistryRequest request) {
    return request
        .body()
        .map(json -> BodyPublishers.ofString(json.toString()))
        .orElseGet(BodyPublishers::noBody);
  }

  @Override
  public void close() {
    http.close();
  }
}
