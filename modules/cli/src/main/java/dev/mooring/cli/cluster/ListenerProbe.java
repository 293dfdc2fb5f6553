package dev.mooring.cli.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.common.config.ConfigException;

/**
 * Why brokers that are there do not answer: one side speaks TLS and the other does not, of which
 * Kafka's clients tell only that time ran out. It sends nothing but the beginning of TLS.
 */
public final class ListenerProbe {

  private static final String PROTOCOL = "security.protocol";
  private static final int PATIENCE_MS = 2_000;

  private final String servers;
  private final String protocol;

  /**
   * Of the brokers that settings name.
   *
   * @param settings of a client of Kafka's
   */
  public ListenerProbe(Map<String, Object> settings) {
    this.servers = settings.get("bootstrap.servers").toString();
    this.protocol = settings.getOrDefault(PROTOCOL, "PLAINTEXT").toString();
  }

  /** What to change; empty when nobody listens there. */
  public Optional<String> mismatch() {
    for (InetSocketAddress address : addresses()) {
      try (Socket socket = new Socket()) {
        socket.connect(address, PATIENCE_MS);
        socket.setSoTimeout(PATIENCE_MS);
        return Optional.of(advice(address, speaksTls(socket, address)));
      } catch (IOException nobody) {
        // the next one may be there
      }
    }
    return Optional.empty();
  }

  private List<InetSocketAddress> addresses() {
    try {
      return ClientUtils.parseAndValidateAddresses(List.of(servers.split(",")), "use_all_dns_ips");
    } catch (ConfigException unresolved) {
      return List.of();
    }
  }

  private String advice(InetSocketAddress address, boolean tls) {
    String where = address.getHostString() + ":" + address.getPort();
    String is = "kafka." + PROTOCOL + " is " + protocol;
    if (tls == protocol.toUpperCase(Locale.ROOT).endsWith("SSL")) {
      return where + " is there and does not answer; does it want another protocol? " + is;
    }
    return tls
        ? where + " speaks TLS: " + is + ", should be SASL_SSL, or SSL"
        : where + " does not speak TLS: " + is + ", should be SASL_PLAINTEXT, or PLAINTEXT";
  }

  /** Whom a certificate names, and who signed it, is not asked here. */
  private static boolean speaksTls(Socket socket, InetSocketAddress address) {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket tls =
        (SSLSocket)
            factory.createSocket(socket, address.getHostString(), address.getPort(), true)) {
      tls.startHandshake();
      return true;
    } catch (SSLHandshakeException answered) {
      return !(answered.getCause() instanceof EOFException);
    } catch (IOException notTls) {
      return false;
    }
  }
}
