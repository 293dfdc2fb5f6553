package dev.mooring.server;

import dev.mooring.server.stream.Hub;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Mooring over HTTP: reads, publishing, live push, and the dashboard. */
public final class MooringServer implements AutoCloseable {

  private static final int GZIP_LEVEL = 4;

  /** What fits into one packet gains nothing. */
  static final int MIN_GZIP_BYTES = 1_500;

  private static final Duration TO_FINISH = Duration.ofSeconds(2);

  private final Javalin app;
  private final Dispatch dispatch;
  private final Hub hub;
  private final ServerConfig config;

  private MooringServer(ServerConfig config, ServerParts parts) {
    this.config = config;
    Access access = new Access(config);
    Metrics metrics = new Metrics(parts);
    StatusResource status = new StatusResource(parts, access);
    this.hub = Hub.start(sources(parts, status), config.stream());
    List<Route> routes =
        new Routes(new Current(parts.view()), parts, config, access, metrics, status, hub).all();
    this.dispatch = new Dispatch(access, parts.settlement());
    this.app =
        Javalin.create(
            javalin -> {
              http(javalin, config);
              dispatch.register(javalin.routes, routes);
              Problems.register(javalin.routes);
              Dashboard dashboard = new Dashboard();
              javalin.routes.exception(
                  NotFoundResponse.class, (none, ctx) -> Problems.notFound(ctx, dashboard));
              javalin.requestLogger.http(metrics::served);
            });
    metrics.gauge("mooring.http.connections", "open connections", () -> connections().size());
  }

  /**
   * Starts a server; it answers when this returns, and is ready when {@code /health/ready} says so.
   *
   * @throws ServerException when it cannot listen there
   */
  public static MooringServer start(ServerConfig config, ServerParts parts) {
    MooringServer server = new MooringServer(config, parts);
    try {
      server.app.start();
    } catch (JavalinBindException taken) {
      server.hub.close();
      throw cannotListen(config, taken);
    }
    return server;
  }

  /**
   * Checks that a server could listen there now, for who has more to start before it.
   *
   * @throws ServerException when it could not
   */
  public static void requireFree(ServerConfig config) {
    try (ServerSocket trial = new ServerSocket()) {
      trial.bind(new InetSocketAddress(config.host(), config.port()));
    } catch (IOException taken) {
      throw cannotListen(config, taken);
    }
  }

  private static ServerException cannotListen(ServerConfig config, Exception taken) {
    return new ServerException(
        "HTTP cannot listen on %s:%d: the port is taken, or not for this user; give another one"
            .formatted(config.host(), config.port()),
        taken);
  }

  /** Where it listens. */
  public URI url() {
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return URI.create("http://" + host + ":" + app.port() + "/");
  }

  /** Ends streams, waits a while for requests under way, and stops. */
  @Override
  public void close() {
    hub.close();
    try {
      awaitRequests();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    connections().forEach(EndPoint::close); // Jetty would wait for clients that do not read
    app.stop();
  }

  private void awaitRequests() throws InterruptedException {
    long giveUp = System.nanoTime() + TO_FINISH.toNanos();
    while (dispatch.underWay() > 0 && System.nanoTime() < giveUp) {
      Thread.sleep(Duration.ofMillis(5));
    }
  }

  private List<EndPoint> connections() {
    return Arrays.stream(app.jettyServer().server().getConnectors())
        .flatMap(connector -> connector.getConnectedEndPoints().stream())
        .toList();
  }

  private static Hub.Sources sources(ServerParts parts, StatusResource status) {
    return new Hub.Sources(
        parts.view(),
        parts.events(),
        parts.rejected(),
        parts.history(),
        json -> status.write(json, Optional.empty()),
        parts.clock());
  }

  private static void http(JavalinConfig javalin, ServerConfig config) {
    javalin.startup.showJavalinBanner = false;
    javalin.startup.showOldJavalinVersionWarning = false;
    javalin.startup.startupWatcherEnabled = false;
    javalin.concurrency.useVirtualThreads = true;
    javalin.http.prefer405over404 = true;
    javalin.http.compressionStrategy = compression();
    javalin.jetty.addConnector((server, http) -> connector(server, http, config));
    javalin.jetty.modifyServer(server -> limit(server, config.limits()));
    javalin.jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new JettyProblems()));
  }

  /** All that is large is text, but for images. */
  private static CompressionStrategy compression() {
    CompressionStrategy strategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
    strategy.setExcludedMimeTypes(List.of("image/"));
    strategy.setDefaultMinSizeForCompression(MIN_GZIP_BYTES);
    return strategy;
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, ServerConfig config) {
    http.setSendServerVersion(false);
    http.addCustomizer(new SecurityHeaders());
    http.setRequestHeaderSize(config.limits().headerBytes());
    http.setIdleTimeout(config.limits().idle().toMillis());
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setAcceptQueueSize(config.limits().connections()); // or bursts wait for a second try
    connector.setIdleTimeout(config.limits().idle().toMillis());
    SlowHeaders slow = new SlowHeaders(config.limits().headerTime(), connector.getScheduler());
    http.addCustomizer(slow);
    connector.addBean(slow);
    return connector;
  }

  private static void limit(Server server, Limits limits) {
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    server.setErrorHandler(new JettyProblems());
  }
}
