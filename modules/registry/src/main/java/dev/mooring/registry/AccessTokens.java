package dev.mooring.registry;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a token and renews it before its end. Of several threads one asks, the others wait. */
final class AccessTokens {

  private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

  private final Credentials.Client client;
  private final TokenIssuer issuer;
  private final InstantSource clock;
  private AccessToken token;

  AccessTokens(Credentials.Client client, TokenIssuer issuer, InstantSource clock) {
    this.client = client;
    this.issuer = issuer;
    this.clock = clock;
  }

  /** A token that is good now. */
  synchronized Password current() throws IOException, InterruptedException {
    Instant now = clock.instant();
    if (token == null || !now.isBefore(token.renewAt())) {
      renew(now);
    }
    return token.value();
  }

  /** While the old one lasts, it does no harm that the issuer is away. */
  private void renew(Instant now) throws IOException, InterruptedException {
    try {
      token = issuer.issue(now);
    } catch (IOException e) {
      if (token == null || !now.isBefore(token.end())) {
        throw e;
      }
      LOG.warn(
          "{} gives no new token now; the one at hand lasts until {}: {}",
          client.issuer(),
          token.end(),
          e.getMessage());
    }
  }

  /** Forgets a token that was refused, unless it was renewed meanwhile. */
  synchronized void drop(Password refusedHeader) {
    if (token != null && Authorization.bearer(token.value()).equals(refusedHeader)) {
      token = null;
    }
  }

  synchronized Optional<Password> known() {
    return Optional.ofNullable(token).map(AccessToken::value);
  }
}
