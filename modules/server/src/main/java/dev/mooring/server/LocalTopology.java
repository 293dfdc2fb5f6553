package dev.mooring.server;

import java.util.Optional;

/**
 * The topology that runs in the server's own process.
 *
 * @param state in Kafka Streams' words
 * @param unready why it does not do its work at present, for people; empty when it does
 */
public record LocalTopology(String state, Optional<String> unready) {}
