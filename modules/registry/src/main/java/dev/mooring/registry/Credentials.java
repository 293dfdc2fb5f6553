package dev.mooring.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/** How a client proves to a registry who it is. None of them prints a secret. */
public sealed interface Credentials {

  /** Says nothing about itself. */
  record Anonymous() implements Credentials {}

  /**
   * Basic authentication.
   *
   * @param users USER:PASSWORD by base URL; a URL that is missing gets none
   */
  record Basic(Map<URI, Password> users) implements Credentials {

    public Basic {
      users = Map.copyOf(users);
    }
  }

  /** A bearer token that was given and stays the same. */
  record Token(Password token) implements Credentials {

    public Token {
      Objects.requireNonNull(token, "token");
    }
  }

  /**
   * Bearer tokens that an OAuth 2 server issues to a client (RFC 6749, section 4.4).
   *
   * @param issuer the server's endpoint of tokens
   * @param clientId who asks
   * @param secret the proof of it
   * @param scope what is asked for, if anything is to be said about it
   * @param renewBefore how long before its end a token is renewed; of one that lives for less than
   *     twice as long, at half of its life
   */
  record Client(
      URI issuer, String clientId, Password secret, Optional<String> scope, Duration renewBefore)
      implements Credentials {

    public Client {
      Objects.requireNonNull(issuer, "issuer");
      Objects.requireNonNull(clientId, "clientId");
      Objects.requireNonNull(secret, "secret");
      Objects.requireNonNull(scope, "scope");
      Objects.requireNonNull(renewBefore, "renewBefore");
    }
  }
}
