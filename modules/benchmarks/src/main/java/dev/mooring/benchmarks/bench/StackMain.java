package dev.mooring.benchmarks.bench;

import dev.mooring.devstack.DevStack;
import dev.mooring.devstack.DevStackConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The broker in a process apart, so that its processor time can be told from the engines'; the
 * registry runs beside it, in another. Says {@value #READY} and both addresses, and stops when its
 * standard input ends.
 */
final class StackMain {

  static final String READY = "ready";

  private StackMain() {}

  public static void main(String[] args) throws IOException {
    try (DevStack stack = DevStack.start(DevStackConfig.in(Path.of(args[0]), 0, 0));
        InputStream in = System.in) {
      System.out.println(READY + " " + stack.bootstrapServers() + " " + stack.registryUrl());
      in.transferTo(OutputStream.nullOutputStream());
    }
    System.exit(0);
  }
}
