package dev.mooring.systemtests.containers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.testcontainers.containers.Network;
import org.testcontainers.lifecycle.Startables;

/**
 * Three brokers and a registry in containers, as in docker-compose.yml, and Mooring beside them.
 */
public final class BoxCluster implements AutoCloseable {

  private static final int HTTP = 8_080;

  /** Whether the registry speaks the protocol that Mooring speaks. */
  private static final String ANSWERS =
      """
      exec 3<>/dev/tcp/127.0.0.1/%d \
      && printf "GET /apis/ccompat/v7/subjects HTTP/1.0\r\n\r\n" >&3 \
      && read -r _ status _ <&3 && [ "$status" = 200 ]\
      """
          .formatted(HTTP);

  private final Images images;
  private final Network network = Network.newNetwork();
  private final List<Integer> ports = FreePorts.take(BrokerSettings.BROKERS + 1);
  private final List<Box> brokers = new ArrayList<>();
  private final Box registry;
  private final List<Box> others = new CopyOnWriteArrayList<>();

  private BoxCluster(Images images, Map<String, String> settings) {
    this.images = images;
    this.registry = newRegistry();
    IntStream.rangeClosed(1, BrokerSettings.BROKERS)
        .forEach(id -> brokers.add(newBroker(id, settings)));
  }

  /**
   * Starts brokers and registry.
   *
   * @param settings further ones of the brokers, such as {@code KAFKA_BROKER_SESSION_TIMEOUT_MS}
   */
  public static BoxCluster start(Images images, Map<String, String> settings) {
    BoxCluster cluster = new BoxCluster(images, settings);
    try {
      List<Box> all = new ArrayList<>(cluster.brokers);
      all.add(cluster.registry);
      Startables.deepStart(all.stream().map(Box::container)).join();
      all.forEach(Box::awaitReady);
      return cluster;
    } catch (RuntimeException failed) {
      cluster.close();
      throw failed;
    }
  }

  /** Where clients on this machine find the brokers. */
  public String bootstrapServers() {
    return ports.stream()
        .limit(BrokerSettings.BROKERS)
        .map(port -> "127.0.0.1:" + port)
        .collect(Collectors.joining(","));
  }

  /** Where clients on this machine find the registry. */
  public String registryUrl() {
    return "http://127.0.0.1:" + ports.getLast() + "/apis/ccompat/v7";
  }

  public List<Box> brokers() {
    return List.copyOf(brokers);
  }

  public Box registry() {
    return registry;
  }

  /** An instance of the topology, which is not started yet, and is closed with this. */
  public Box instance(String name, Map<String, String> settings) {
    return mooring(name, settings, "start", "-v").readyWhen("/opt/mooring/bin/health ready");
  }

  /**
   * A command of Mooring on this cluster, which is not started yet, and is closed with this.
   *
   * @param settings as variables of the environment
   */
  public Box mooring(String name, Map<String, String> settings, String... command) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("MOORING_BOOTSTRAP_SERVERS", BrokerSettings.addresses());
    environment.put("MOORING_REGISTRY_URL", "http://registry:" + HTTP + "/apis/ccompat/v7");
    environment.put("MOORING_HTTP_OPEN", "true");
    environment.put("MOORING_JAVA_OPTS", "-Xmx384m -XX:TieredStopAtLevel=1");
    Box box = new Box(name, images.mooring(), network, environment);
    box.container().withCommand(command);
    others.add(box);
    return box;
  }

  @Override
  public void close() {
    others.parallelStream().forEach(Box::close);
    registry.close();
    brokers.parallelStream().forEach(Box::close);
    network.close();
  }

  private Box newBroker(int id, Map<String, String> settings) {
    int port = ports.get(id - 1);
    Map<String, String> environment = BrokerSettings.of(id, port);
    environment.putAll(settings);
    Box box =
        new Box(BrokerSettings.name(id), images.kafka(), network, environment)
            .publish(BrokerSettings.FOR_THIS_MACHINE, port);
    return box.readyWhen(": </dev/tcp/127.0.0.1/" + BrokerSettings.FOR_THIS_MACHINE);
  }

  /**
   * Schemas lie on its disk; docker-compose.yml has them in a topic, which takes it 20 s to start.
   */
  private Box newRegistry() {
    Box box =
        new Box(
            "registry",
            images.registry(),
            network,
            Map.of(
                "APICURIO_DATASOURCE_URL",
                "jdbc:h2:file:/tmp/registry",
                "JAVA_OPTS_APPEND",
                "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"));
    return box.publish(HTTP, ports.getLast()).readyWhen(ANSWERS);
  }
}
