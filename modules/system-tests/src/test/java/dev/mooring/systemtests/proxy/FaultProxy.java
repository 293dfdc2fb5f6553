package dev.mooring.systemtests.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between clients and a single broker, and lets happen to their requests what a plan says:
 * on the wire, where clients cannot tell it from a network or a broker in trouble. Clients that
 * begin here stay here, since brokers are told of by the proxy's address.
 *
 * <p>Every request is expected to have a response: a producer with acks=0 cannot be served.
 */
public final class FaultProxy implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  /** Connections that wait to be accepted, at the most. */
  private static final int WAITING = 100;

  private final String brokerHost;
  private final int brokerPort;
  private final ServerSocket server;
  private final AtomicReference<FaultPlan> plan = new AtomicReference<>(FaultPlan.NONE);
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private FaultProxy(String brokerHost, int brokerPort, ServerSocket server) {
    this.brokerHost = brokerHost;
    this.brokerPort = brokerPort;
    this.server = server;
  }

  /** Starts one before a broker, {@code HOST:PORT}, on a free port; at first nothing happens. */
  public static FaultProxy before(String bootstrap) {
    int colon = bootstrap.lastIndexOf(':');
    try {
      FaultProxy proxy =
          new FaultProxy(
              bootstrap.substring(0, colon),
              Integer.parseInt(bootstrap.substring(colon + 1)),
              new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().name("fault-proxy").start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where clients find it. */
  public String bootstrapServers() {
    return HOST + ":" + server.getLocalPort();
  }

  /** From now on lets happen what another plan says. */
  public void follow(FaultPlan other) {
    plan.set(other);
  }

  /** Cuts all connections there are. */
  public void cutAll() {
    sockets.forEach(FaultProxy::closeQuietly);
  }

  @Override
  public void close() throws IOException {
    server.close();
    cutAll();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // as it is meant to end
    }
  }

  private void serve(Socket client) {
    sockets.add(client);
    try (client;
        Socket broker = new Socket(brokerHost, brokerPort)) {
      new ProxiedConnection(
              new Frames(client),
              new Frames(broker),
              api -> plan.get().next(api),
              HOST,
              server.getLocalPort())
          .serve();
    } catch (SocketException cut) {
      // by one of the sides, or by the plan
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(client);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
