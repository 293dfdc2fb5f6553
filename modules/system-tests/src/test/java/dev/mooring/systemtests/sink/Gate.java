package dev.mooring.systemtests.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server's port that can be shut: what is connected is cut, and nobody gets in. */
final class Gate implements AutoCloseable {

  private final int target;
  private final int port;
  private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
  private ServerSocket entrance;

  private Gate(int target, ServerSocket entrance) {
    this.target = target;
    this.port = entrance.getLocalPort();
    this.entrance = entrance;
  }

  static Gate to(int target) throws IOException {
    Gate gate = new Gate(target, new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
    gate.admit(gate.entrance);
    return gate;
  }

  int port() {
    return port;
  }

  void shut() throws IOException {
    entrance.close();
    for (Socket socket : passing) {
      socket.close();
    }
    passing.clear();
  }

  void open() throws IOException {
    entrance = new ServerSocket();
    entrance.setReuseAddress(true);
    entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    admit(entrance);
  }

  private void admit(ServerSocket open) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!open.isClosed()) {
                pass(open);
              }
            });
  }

  private void pass(ServerSocket open) {
    try {
      Socket inside = open.accept();
      Socket outside = new Socket(InetAddress.getLoopbackAddress(), target);
      passing.add(inside);
      passing.add(outside);
      Thread.ofVirtual().start(() -> copy(inside, outside));
      Thread.ofVirtual().start(() -> copy(outside, inside));
    } catch (IOException shut) {
      // the loop ends with the entrance; a connection that failed is its client's to make again
    }
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // both ends learn it by their sockets being closed
    } finally {
      passing.remove(from);
      passing.remove(to);
    }
  }

  @Override
  public void close() {
    try {
      shut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
