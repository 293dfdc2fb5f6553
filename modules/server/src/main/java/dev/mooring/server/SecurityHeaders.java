package dev.mooring.server;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** What browsers are told to refuse, whatever a page says; every answer bears it. */
final class SecurityHeaders implements HttpConfiguration.Customizer {

  private static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

  /** Encoded once: there are more bytes of them than of a small answer. */
  private static final List<HttpField> ENCODED =
      new TreeMap<>(ALL)
          .entrySet().stream()
              .map(
                  header -> (HttpField) new PreEncodedHttpField(header.getKey(), header.getValue()))
              .toList();

  static Map<String, String> all() {
    return ALL;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    ENCODED.forEach(responseHeaders::add);
    return request;
  }
}
