package dev.mooring.benchmarks.bench;

import dev.mooring.devstack.BrokerConfig;
import dev.mooring.devstack.EmbeddedBroker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The broker in a process apart, so that its processor time can be told from the engines'. Says
 * {@value #READY} and its address, and stops when its standard input ends.
 */
final class BrokerMain {

  static final String READY = "ready";

  private BrokerMain() {}

  public static void main(String[] args) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerConfig(Path.of(args[0]), 0));
        InputStream in = System.in) {
      System.out.println(READY + " " + broker.bootstrapServers());
      in.transferTo(OutputStream.nullOutputStream());
    }
    System.exit(0);
  }
}
