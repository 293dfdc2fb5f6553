package dev.mooring.systemtests.dashboard;

import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.settings.SettingsReader;
import dev.mooring.cli.stack.Pipeline;
import dev.mooring.cli.stack.Samples;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.server.MooringServer;
import dev.mooring.server.ServerConfig;
import dev.mooring.server.ServerParts;
import dev.mooring.server.TopologyStatus;
import dev.mooring.server.kafka.ClusterConfig;
import dev.mooring.server.kafka.KafkaParts;
import dev.mooring.server.stream.StreamLimits;
import dev.mooring.view.View;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/** Broker, registry, topology and server, with the samples published; the server can be killed. */
public final class LiveStack implements AutoCloseable {

  private static final Path SAMPLES = Path.of("../../samples");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final Pipeline pipeline;
  private final Cluster cluster;
  private final EventPublisher publisher;
  private KafkaParts parts;
  private StreamLimits stream = StreamLimits.DEFAULT;
  private volatile TopologyStatus topology = running();
  private MooringServer server;
  private int port;

  private LiveStack(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    this.pipeline =
        Pipeline.start(directory, 0, 0, new SettingsReader(Map.of()).read(), false, step -> {});
    this.cluster = new Cluster(pipeline.settings());
    new Samples(SAMPLES).publish(cluster.publisher(), Clock.systemUTC());
    cluster.awaitSettled();
    this.publisher =
        EventPublisher.open(cluster.publisher(), CityReference.shipped(), Clock.systemUTC());
    this.parts = openParts();
    View view = parts.parts().view();
    if (!view.awaitCaughtUp(PATIENCE)) {
      throw new IllegalStateException("the view has not caught up: " + view.freshness());
    }
    startServer();
  }

  public static LiveStack start() throws IOException, InterruptedException {
    return new LiveStack(Files.createTempDirectory("mooring-dashboard"));
  }

  /** Starts the server, where it was before if it was. */
  void startServer() {
    ServerParts real = parts.parts();
    ServerParts told =
        new ServerParts(
            real.view(),
            real.events(),
            real.sink(),
            real.rejected(),
            real.history(),
            real.settlement(),
            () -> topology,
            real.version(),
            real.clock());
    ServerConfig local = ServerConfig.local(port);
    server =
        MooringServer.start(
            new ServerConfig(
                local.host(),
                port,
                local.tokens(),
                local.open(),
                local.hosts(),
                local.limits(),
                stream),
            told);
    port = server.url().getPort();
  }

  /** Ends the server and what it read, and starts another one in its place. */
  public void restart(StreamLimits limits) {
    server.close();
    parts.close();
    parts = openParts();
    stream = limits;
    startServer();
  }

  private KafkaParts openParts() {
    return KafkaParts.open(kafka(), Optional::empty, "test", Clock.systemUTC());
  }

  /** Waits until the rows of all that was published are there to be read. */
  public void awaitSettled() throws InterruptedException {
    cluster.awaitSettled();
  }

  private ClusterConfig kafka() {
    Settings settings = pipeline.settings();
    return new ClusterConfig(
        cluster.view(),
        cluster.publisher(),
        settings.admin(),
        settings.text(Setting.APPLICATION_ID),
        directory);
  }

  void killServer() {
    server.close();
  }

  /** What the server is told of the topology. */
  void topology(TopologyStatus status) {
    topology = status;
  }

  static TopologyStatus running() {
    return new TopologyStatus("RUNNING", 0, Optional.of(Duration.ZERO));
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Publishes an event as another publisher would, past the server. */
  public void publish(String json) {
    if (EventJson.read(json) instanceof EventReading.Read(long line, Event event)) {
      publisher.publish(event).join();
    } else {
      throw new IllegalArgumentException("no event: " + json);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    parts.close();
    publisher.close();
    pipeline.close();
    Utils.delete(directory.toFile());
  }
}
