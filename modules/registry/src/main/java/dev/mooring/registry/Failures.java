package dev.mooring.registry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How one request failed at each URL. For one thread only. */
final class Failures {

  private static final String SETTINGS = "schema.registry.ssl.";

  private final Map<URI, IOException> last = new LinkedHashMap<>();
  private int rounds;
  private Duration askedFor = Duration.ZERO;
  private boolean mayPass;

  /** All URLs have their turn. */
  void beginRound() {
    rounds++;
    askedFor = Duration.ZERO;
    mayPass = false;
  }

  void add(URI registry, IOException failure) {
    last.put(registry, failure);
    mayPass |= TlsTrouble.of(failure).map(TlsTrouble::mayPass).orElse(true);
    if (failure instanceof PassingTrouble trouble && trouble.retryAfter().compareTo(askedFor) > 0) {
      askedFor = trouble.retryAfter();
    }
  }

  int rounds() {
    return rounds;
  }

  /** Whether another round makes sense. */
  boolean mayPass() {
    return mayPass;
  }

  /** The longest time that a server of this round asked for. */
  Duration askedFor() {
    return askedFor;
  }

  RegistryUnavailableException told(RegistryRequest request) {
    String each =
        last.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + reason(entry.getValue(), "the registry"))
            .collect(Collectors.joining("; "));
    IOException cause = last.values().stream().reduce((first, second) -> second).orElse(null);
    return new RegistryUnavailableException(
        "schema registry could not be asked to "
            + request.what()
            + ", tried "
            + (rounds == 1 ? "once" : rounds + " times")
            + ": "
            + each
            + "; check that it runs and that "
            + RegistryConfig.URL
            + " is right",
        cause);
  }

  /** In words: the JDK's exceptions of refused connections have no message. */
  static String reason(IOException failure, String server) {
    Optional<String> tls = TlsTrouble.of(failure).map(trouble -> trouble.told(server, SETTINGS));
    if (tls.isPresent()) {
      return tls.get();
    }
    if (TlsTrouble.causes(failure).anyMatch(UnresolvedAddressException.class::isInstance)) {
      return "the name of the host is not known";
    }
    if (failure.getMessage() == null) {
      return failure instanceof ConnectException
          ? "the connection was refused"
          : failure.getClass().getSimpleName();
    }
    return failure.getMessage();
  }
}
