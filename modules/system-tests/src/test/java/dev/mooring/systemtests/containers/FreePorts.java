package dev.mooring.systemtests.containers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Ports of this machine that stay a container's while it is down. */
final class FreePorts {

  /** Below those that systems hand out to connections, which a port must not go to meanwhile. */
  private static final int FROM = 20_000;

  private static final int TO = 32_000;

  private FreePorts() {}

  static List<Integer> take(int number) {
    Random random = new Random();
    return Stream.generate(() -> random.nextInt(FROM, TO))
        .distinct()
        .filter(FreePorts::isFree)
        .limit(number)
        .toList();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
