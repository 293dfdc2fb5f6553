package dev.mooring.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Mooring over HTTP: reads, publishing, live push, and the dashboard. */
public final class MooringServer implements AutoCloseable {

  private static final int GZIP_LEVEL = 4;

  private final Javalin app;
  private final ServerConfig config;

  private MooringServer(ServerConfig config, ServerParts parts) {
    this.config = config;
    Access access = new Access(config);
    Metrics metrics = new Metrics(parts);
    List<Route> routes =
        new Routes(new Current(parts.view()), parts, config, access, metrics).all();
    Dispatch dispatch = new Dispatch(access, parts.settlement());
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
      throw new ServerException(
          "HTTP cannot listen on %s:%d: the port is taken, or not for this user; give another one"
              .formatted(config.host(), config.port()),
          taken);
    }
    return server;
  }

  /** Where it listens. */
  public URI url() {
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return URI.create("http://" + host + ":" + app.port() + "/");
  }

  /** Ends streams, waits for requests under way, and stops. */
  @Override
  public void close() {
    app.stop();
  }

  private static void http(JavalinConfig javalin, ServerConfig config) {
    javalin.startup.showJavalinBanner = false;
    javalin.startup.showOldJavalinVersionWarning = false;
    javalin.startup.startupWatcherEnabled = false;
    javalin.concurrency.useVirtualThreads = true;
    javalin.http.prefer405over404 = true;
    javalin.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
    javalin.jetty.addConnector((server, http) -> connector(server, http, config));
    javalin.jetty.modifyServer(server -> limit(server, config.limits()));
    javalin.jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new JettyProblems()));
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, ServerConfig config) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(config.limits().headerBytes());
    http.setIdleTimeout(config.limits().idle().toMillis());
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setIdleTimeout(config.limits().idle().toMillis());
    return connector;
  }

  private static void limit(Server server, Limits limits) {
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    server.setErrorHandler(new JettyProblems());
  }
}
