package dev.mooring.server.kafka;

import dev.mooring.contract.Lane;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.server.LocalTopology;
import dev.mooring.server.ServerParts;
import dev.mooring.server.stream.Rejections;
import dev.mooring.topology.Settling;
import dev.mooring.view.KafkaEventsView;
import dev.mooring.view.KafkaView;
import dev.mooring.view.PastReader;
import dev.mooring.view.RejectedLog;
import dev.mooring.view.View;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a server on a real cluster; close them after the server. */
public final class KafkaParts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaParts.class);
  private static final int LETTERS = 1_000;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final ServerParts parts;

  private KafkaParts(
      ClusterConfig config,
      Supplier<Optional<LocalTopology>> topology,
      String version,
      Clock clock) {
    try {
      this.parts = read(config, topology, version, clock);
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /**
   * Begins to read the cluster, and registers the schema of events.
   *
   * @param topology in this process; empty when it runs elsewhere
   * @param version of Mooring, for people
   */
  public static KafkaParts open(
      ClusterConfig config,
      Supplier<Optional<LocalTopology>> topology,
      String version,
      Clock clock) {
    return new KafkaParts(config, topology, version, clock);
  }

  /** What the server takes. */
  public ServerParts parts() {
    return parts;
  }

  /** Stops reading and publishing; what is under way is flushed. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception failed) {
        LOG.warn("a part of the server does not close", failed);
      }
    }
  }

  private ServerParts read(
      ClusterConfig config,
      Supplier<Optional<LocalTopology>> topology,
      String version,
      Clock clock) {
    KafkaView view = opened(KafkaView.open(config.view()));
    KafkaEventsView events = opened(KafkaEventsView.open(config.view(), config.directory(), clock));
    RejectedLog rejected = opened(RejectedLog.open(config.view(), LETTERS, clock));
    PastReader past = opened(new PastReader(config.view()));
    Admin admin = opened(Admin.create(config.admin()));
    EventPublisher publisher =
        EventPublisher.open(PublisherSink.hasty(config.publisher()), new KnownCities(view), clock);
    PublisherSink sink = opened(new PublisherSink(publisher));
    Supplier<String> application = () -> liveApplication(view, config);
    Settling settling = new Settling(admin, config.view().consumer(), application, Lane.LIVE);
    TopologyWatch watch = opened(new TopologyWatch(admin, application, topology, clock));
    return new ServerParts(
        view,
        events,
        sink,
        Rejections.of(rejected),
        past::read,
        new KafkaSettlement(admin, settling, view, events),
        watch,
        version,
        clock);
  }

  /** A promotion puts another application in the place of the one that was configured. */
  private static String liveApplication(View view, ClusterConfig config) {
    return view.snapshot()
        .lanes()
        .get(Lane.LIVE.name())
        .map(LaneRow::getApplicationId)
        .orElse(config.applicationId());
  }

  private <T extends AutoCloseable> T opened(T part) {
    opened.push(part);
    return part;
  }
}
