package dev.mooring.cli.stack;

/**
 * A command that is an instance of the topology or of the server. Something restarts it, and wants
 * to know why it ended: whatever it fails of is told by an {@link EndReason}, from the first line
 * of the command on.
 */
public interface InstanceCommand {}
