package dev.mooring.registry;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A real server of HTTPS, which answers everything with id 7. */
final class HttpsRegistry implements AutoCloseable {

  private static final byte[] ANSWER = "{\"id\":7}".getBytes(StandardCharsets.UTF_8);

  private final HttpsServer server;

  /**
   * Starts it.
   *
   * @param context what it shows, and whom it trusts
   * @param wantsClient whether clients need a certificate of their own
   */
  HttpsRegistry(SSLContext context, boolean wantsClient) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(local(), 0), 0);
    server.setHttpsConfigurator(new Configurator(context, wantsClient));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, ANSWER.length);
          exchange.getResponseBody().write(ANSWER);
          exchange.close();
        });
    server.start();
  }

  static InetAddress local() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static final class Configurator extends HttpsConfigurator {
    private final boolean wantsClient;

    Configurator(SSLContext context, boolean wantsClient) {
      super(context);
      this.wantsClient = wantsClient;
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters all = getSSLContext().getDefaultSSLParameters();
      all.setNeedClientAuth(wantsClient);
      parameters.setSSLParameters(all);
    }
  }
}
