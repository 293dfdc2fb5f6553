package dev.mooring.cli;

import dev.mooring.registry.TlsTrouble;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** What to do about brokers that do not answer, let us in, or let us do something. */
final class Denial {

  private Denial() {}

  /**
   * What is to be added to a message; nothing when the failure is another.
   *
   * @param text what is said already
   */
  static String of(Throwable failure, String text) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthorizationException) {
        return missingFrom(text, cause) + "; `mooring topics plan --acls` shows who needs what";
      }
      if (cause instanceof TimeoutException && !text.contains(";")) {
        return "; `mooring doctor` looks for the reason";
      }
      if (cause instanceof AuthenticationException) {
        return missingFrom(text, cause)
            + TlsTrouble.of(cause)
                .map(trouble -> ": " + trouble.told("the broker", "kafka.ssl."))
                .orElse(
                    "; see kafka.security.protocol, kafka.sasl.* and kafka.ssl.* in `mooring"
                        + " config`");
      }
    }
    return "";
  }

  private static String missingFrom(String text, Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return text.contains(message) ? "" : ": " + message;
  }
}
