package dev.mooring.registry;

import java.time.Instant;
import org.apache.kafka.common.config.types.Password;

/**
 * A token as its issuer gave it.
 *
 * @param value what the registry is shown
 * @param renewAt when to ask for the next one
 * @param end when it ends; the end of time when the issuer did not say
 */
record AccessToken(Password value, Instant renewAt, Instant end) {}
