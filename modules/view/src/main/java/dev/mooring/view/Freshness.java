package dev.mooring.view;

import java.time.Instant;
import java.util.Optional;

/**
 * How fresh a view is.
 *
 * @param caughtUp whether it has read to where the topics ended when it began; once true it stays
 *     so, until the view fails
 * @param lag committed records that it has not read yet, as of the last look at the ends
 * @param position what it has read
 * @param readAt when it last heard from the cluster; empty before it first did
 * @param trouble why it does not get on at present, in words for people; empty when all is well
 */
public record Freshness(
    boolean caughtUp,
    long lag,
    Position position,
    Optional<Instant> readAt,
    Optional<String> trouble) {}
