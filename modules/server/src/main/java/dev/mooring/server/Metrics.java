package dev.mooring.server;

import dev.mooring.view.Freshness;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What Prometheus scrapes. */
final class Metrics {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final KafkaMeters kafka = new KafkaMeters();
  private final Map<Served, Timer> timers = new ConcurrentHashMap<>();

  private record Served(String method, String route, int status) {}

  Metrics(ServerParts parts) {
    gauge("mooring.view.lag", "records of rows not read yet", () -> parts.view().freshness().lag());
    gauge(
        "mooring.view.caught.up",
        "1 when the rows are caught up",
        () -> caughtUp(parts.view().freshness()));
    gauge("mooring.events.lag", "events not read yet", () -> parts.events().freshness().lag());
    gauge(
        "mooring.topology.lag",
        "events that the topology has not read yet",
        () -> parts.topology().get().lag());
    gauge(
        "mooring.topology.ready",
        "0 while the topology in this process waits for partitions or restores their state",
        () -> parts.topology().get().unready().isPresent() ? 0 : 1);
  }

  void gauge(String name, String meaning, java.util.function.Supplier<Number> value) {
    Gauge.builder(name, value).description(meaning).register(registry);
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  /** Takes the time of a request; of paths that are none, all count as one. */
  void served(Context ctx, float millis) {
    String route = ctx.attribute(Dispatch.ROUTE);
    if (StreamResource.PATH.equals(route)) {
      return; // it lasts as long as its client stays
    }
    Served served = new Served(ctx.method().name(), route == null ? "-" : route, ctx.statusCode());
    timers
        .computeIfAbsent(served, this::timer)
        .record(Duration.ofNanos((long) (millis * 1_000_000)));
  }

  void scrape(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8");
    ctx.result(registry.scrape() + kafka.scrape());
  }

  private Timer timer(Served served) {
    return Timer.builder("http.server.requests")
        .description("requests served")
        .tags("method", served.method, "route", served.route, "status", "" + served.status)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private static int caughtUp(Freshness freshness) {
    return freshness.caughtUp() ? 1 : 0;
  }
}
