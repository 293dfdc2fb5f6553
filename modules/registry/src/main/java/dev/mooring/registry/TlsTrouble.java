package dev.mooring.registry;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a client and a server do not come to trust each other. */
enum TlsTrouble {
  UNTRUSTED(
      "nobody that this side trusts has signed the certificate of %s; put its issuer into"
          + " schema.registry.ssl.truststore.location or .certificates"),
  WRONG_NAME(
      "the certificate of %s is for another host name; use a name that it has, or, if that cannot"
          + " be, set schema.registry.ssl.endpoint.identification.algorithm to nothing"),
  EXPIRED("the certificate of %s is not valid any more"),
  CLIENT_REFUSED(
      "%s wants a certificate of this client, or refuses the one that it has; set"
          + " schema.registry.ssl.keystore.location, or .key and .certificate.chain"),
  NOT_TLS("%s does not speak TLS; use http:// in place of https://");

  private static final int MOST_CAUSES = 20;

  private final String message;

  TlsTrouble(String message) {
    this.message = message;
  }

  /** Which of them a failure is; empty when it has nothing to do with TLS, or may pass. */
  static Optional<TlsTrouble> of(IOException failure) {
    if (causes(failure).noneMatch(SSLException.class::isInstance)) {
      return Optional.empty();
    }
    return Stream.of(values()).filter(trouble -> trouble.fits(failure)).findFirst();
  }

  private boolean fits(IOException failure) {
    return switch (this) {
      case UNTRUSTED -> causes(failure).anyMatch(CertPathBuilderException.class::isInstance);
      case WRONG_NAME ->
          causes(failure)
              .anyMatch(cause -> cause instanceof CertificateException && says(cause, "match"));
      case EXPIRED -> causes(failure).anyMatch(CertificateExpiredException.class::isInstance);
      case CLIENT_REFUSED ->
          causes(failure).anyMatch(cause -> says(cause, "received fatal alert"))
              && causes(failure)
                  .anyMatch(
                      cause -> says(cause, "certificate") || says(cause, "handshake_failure"));
      case NOT_TLS -> causes(failure).anyMatch(cause -> says(cause, "unrecognized ssl message"));
    };
  }

  /** In words. */
  String told(String server) {
    return message.formatted(server);
  }

  /** A failure and what led to it. */
  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(MOST_CAUSES);
  }

  private static boolean says(Throwable cause, String part) {
    return cause.getMessage() != null && cause.getMessage().toLowerCase(Locale.ROOT).contains(part);
  }
}
