package dev.mooring.server;

import dev.mooring.server.stream.StreamLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/**
 * What a server is told.
 *
 * @param host the address to bind to
 * @param port the port to bind to; 0 takes a free one
 * @param tokens the bearer tokens that are taken; without any, whoever reaches the server may do
 *     everything, which is why they are required beyond the loopback address
 * @param open no tokens although it is bound beyond the loopback address: something before it, such
 *     as a port of a container that is published on 127.0.0.1 only, keeps others away
 * @param hosts names, beside those of the loopback address, by which a server without tokens may be
 *     called: a page of another site could otherwise reach it by a name of its own
 * @param limits how much a client may ask
 * @param stream how much the stream remembers, and how patient it is
 */
public record ServerConfig(
    String host,
    int port,
    List<Token> tokens,
    boolean open,
    Set<String> hosts,
    Limits limits,
    StreamLimits stream) {

  /** Where a server listens unless told. */
  public static final String LOOPBACK = "127.0.0.1";

  public ServerConfig {
    tokens = List.copyOf(tokens);
    hosts = Set.copyOf(hosts);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + ", should be from 0 to 65535");
    }
    if (open && !tokens.isEmpty()) {
      throw new IllegalArgumentException(
          "http.open: true although http.tokens names some, should be false: an open server asks"
              + " for none");
    }
    if (tokens.isEmpty() && !open && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "http.tokens: none given, should name at least one: "
              + host
              + " can be reached from other machines (127.0.0.1 cannot)");
    }
    long names = tokens.stream().map(Token::name).distinct().count();
    if (names < tokens.size()) {
      throw new IllegalArgumentException("http.tokens: two have the same name, should differ");
    }
  }

  /** For this machine only, without tokens. */
  public static ServerConfig local(int port) {
    return new ServerConfig(
        LOOPBACK, port, List.of(), false, Set.of(), Limits.DEFAULT, StreamLimits.DEFAULT);
  }

  /** Whether the server answers only to names that it knows as its own. */
  boolean knownByName() {
    return open || isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException(
          "http.host: " + host + " is no address of this machine, should be one", unknown);
    }
  }
}
