package dev.mooring.cli.cluster;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.publisher.PublisherConfig;
import dev.mooring.publisher.PublisherConfig.UnknownCities;
import dev.mooring.publisher.Subjects;
import dev.mooring.replay.lane.ClusterAccess;
import dev.mooring.replay.lane.LaneStore;
import dev.mooring.topology.Settling;
import dev.mooring.view.Snapshot;
import dev.mooring.view.TopicReader;
import dev.mooring.view.ViewConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;

/** The cluster that the settings name, as commands use it. */
public final class Cluster {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Settings settings;

  public Cluster(Settings settings) {
    this.settings = settings;
  }

  /** What publishers are told. */
  public PublisherConfig publisher() {
    return new PublisherConfig(
        settings.producer(),
        settings.registry(),
        settings.text(Setting.SOURCE),
        UnknownCities.valueOf(settings.text(Setting.UNKNOWN_CITIES).toUpperCase(Locale.ROOT)),
        settings.number(Setting.MAX_IN_FLIGHT));
  }

  /** What readers are told. */
  public ViewConfig view() {
    return new ViewConfig(settings.consumer(), settings.registry());
  }

  /** The topics of the cluster. */
  public TopicAdmin topics() {
    return new TopicAdmin(settings);
  }

  /**
   * Makes the topics of the catalogue that are missing, and registers the schemas of all.
   *
   * @return the topics that were made
   */
  public List<TopicSpec> prepare() {
    try (TopicAdmin admin = topics()) {
      List<TopicSpec> made =
          admin.create(
              settings.number(Setting.PARTITIONS), (short) settings.number(Setting.REPLICATION));
      registerSchemas();
      return made;
    }
  }

  /** All at once: each takes some round trips, and a registry that has just started is slow. */
  private void registerSchemas() {
    try (Subjects subjects = new Subjects(settings.registry());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> registrations =
          Topics.all().stream()
              .map(topic -> CompletableFuture.runAsync(() -> subjects.register(topic), threads))
              .toList();
      registrations.forEach(CompletableFuture::join);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /**
   * Waits until the topology has committed everything that was published before.
   *
   * @throws CommandException when it has not within five minutes
   */
  public void awaitSettled() {
    String application = liveApplication();
    try (Admin admin = Admin.create(settings.admin())) {
      Settling settling = new Settling(admin, settings.consumer(), application);
      if (!settling.await(PATIENCE, (topic, left) -> {})) {
        throw new CommandException(
            "the topology has not committed everything within %d minutes; does it run?"
                .formatted(PATIENCE.toMinutes()));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted", stopped);
    }
  }

  /** How the commands about lanes reach it. */
  public ClusterAccess access() {
    return new ClusterAccess(
        settings.admin(), view(), settings.producer(), settings.text(Setting.APPLICATION_ID));
  }

  /** The application.id of the live lane. */
  String liveApplication() {
    try (LaneStore lanes = new LaneStore(access())) {
      return lanes.live().getApplicationId();
    }
  }

  /** The rows of topics, as of now. */
  public Snapshot read(Collection<TopicSpec> topics) {
    try (TopicReader reader = new TopicReader(view())) {
      return reader.readToEnd(topics);
    }
  }

  /** Reference data, as of now. */
  public Snapshot reference() {
    return read(Topics.REFERENCE);
  }

  /** The cities that are known: those that come with Mooring, and those of the cluster. */
  public static CityReference knownCities(Snapshot reference) {
    return CityReference.shipped().with(reference.cities().values().toList());
  }
}
