package dev.mooring.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
final class Ports {

  static final String HOST = "127.0.0.1";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private Ports() {}

  /** A port that nobody listens on now; somebody else may take it before its use. */
  static int free() {
    try (ServerSocket socket = listen(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses a port that is out of range or that somebody listens on. */
  static void requireFree(String what, int port) {
    try (ServerSocket socket = listen(port)) {
      socket.getLocalPort();
    } catch (IOException e) {
      throw new DevStackException(
          "port "
              + port
              + " of "
              + HOST
              + ", wanted for the "
              + what
              + ", is taken: stop what listens there, or choose another port (0 takes a free one)",
          e);
    }
  }

  static int requireValid(String field, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          field + ": " + port + ", should be 0 (any free port) to 65535");
    }
    return port;
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK));
  }
}
