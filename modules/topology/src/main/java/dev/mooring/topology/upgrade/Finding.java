package dev.mooring.topology.upgrade;

/**
 * One difference between two builds.
 *
 * @param needs what an upgrade over it takes
 * @param part of the builds that differs: {@code state}, {@code schema mooring.events.v1-value}
 * @param why it takes that, and what to do
 */
public record Finding(Verdict needs, String part, String why) {}
