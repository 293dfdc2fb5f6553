package dev.mooring.server;

import java.time.Duration;

/**
 * How much a client may ask of the server.
 *
 * @param bodyBytes greatest size of a request's body; beyond it: 413
 * @param bodyTime how long a body may take to arrive in all; beyond it: 408
 * @param headerBytes greatest size of a request line with its headers; beyond it: 431 or 414
 * @param headerTime how long they may take to arrive in all; beyond it the connection is closed
 * @param idle how long a connection may be silent, and how long a write may be stuck
 * @param connections how many connections there may be; further ones wait
 */
public record Limits(
    long bodyBytes,
    Duration bodyTime,
    int headerBytes,
    Duration headerTime,
    Duration idle,
    int connections) {

  /** What serves people and programs, and stops the careless. */
  public static final Limits DEFAULT =
      new Limits(
          16L << 20,
          Duration.ofSeconds(60),
          16 << 10,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          4_096);

  public Limits {
    requirePositive("body bytes", bodyBytes);
    requirePositive("body time", bodyTime.toMillis());
    requirePositive("header bytes", headerBytes);
    requirePositive("header time", headerTime.toMillis());
    requirePositive("idle", idle.toMillis());
    requirePositive("connections", connections);
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + ", should be at least 1");
    }
  }
}
