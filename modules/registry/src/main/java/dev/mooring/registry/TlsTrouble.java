package dev.mooring.registry;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Why a client and a server do not come to trust each other, be the server a registry or a broker.
 */
public enum TlsTrouble {
  UNTRUSTED(
      "nobody that this side trusts has signed the certificate of %1$s; put its issuer into"
          + " %2$struststore.location or .certificates"),
  WRONG_NAME(
      "the certificate of %1$s is for another host name; use a name that it has, or, if that cannot"
          + " be, set %2$sendpoint.identification.algorithm to nothing"),
  EXPIRED("the certificate of %1$s is not valid any more"),
  CLIENT_REFUSED(
      "%1$s wants a certificate of this client, or refuses the one that it has; set"
          + " %2$skeystore.location, or .key and .certificate.chain"),
  NOT_TLS("%1$s does not speak TLS; use http:// in place of https://"),
  /** What a server says before it closes may be lost, and a server that stops says nothing. */
  ENDED(
      "%1$s ended the handshake and did not say why; it may want a certificate of this client:"
          + " %2$skeystore.location, or .key and .certificate.chain");

  private static final int MOST_CAUSES = 20;

  private final String message;

  TlsTrouble(String message) {
    this.message = message;
  }

  /** Which of them a failure is; empty when it has nothing to do with TLS, or is not known. */
  public static Optional<TlsTrouble> of(Throwable failure) {
    if (causes(failure).noneMatch(SSLException.class::isInstance)) {
      return Optional.empty();
    }
    return Stream.of(values()).filter(trouble -> trouble.fits(failure)).findFirst();
  }

  private boolean fits(Throwable failure) {
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
      case ENDED -> causes(failure).anyMatch(cause -> says(cause, "terminated the handshake"));
    };
  }

  /** Whether it may be over a moment later: certificates do not become others by waiting. */
  boolean mayPass() {
    return this == ENDED;
  }

  /**
   * In words.
   *
   * @param server whose certificate it is about
   * @param prefix what the names of the settings begin with: {@code kafka.ssl.}
   */
  public String told(String server, String prefix) {
    return message.formatted(server, prefix);
  }

  /** A failure and what led to it. */
  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(MOST_CAUSES);
  }

  private static boolean says(Throwable cause, String part) {
    return cause.getMessage() != null && cause.getMessage().toLowerCase(Locale.ROOT).contains(part);
  }
}
