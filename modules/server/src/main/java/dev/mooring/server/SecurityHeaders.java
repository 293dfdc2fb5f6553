package dev.mooring.server;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** What browsers are told to refuse, whatever a page says. */
final class SecurityHeaders {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; object-src 'none'; base-uri 'none';"
              + " form-action 'self'; frame-ancestors 'none'",
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

  private SecurityHeaders() {}

  static Map<String, String> all() {
    return ALWAYS;
  }

  static void add(HttpServletResponse response) {
    ALWAYS.forEach(response::setHeader);
  }
}
