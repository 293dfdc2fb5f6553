/**
 * A real Kafka broker and a real schema registry on one machine, kept on disk below a directory.
 *
 * <p>{@link dev.mooring.devstack.DevStack} starts both; {@link dev.mooring.devstack.EmbeddedBroker}
 * and {@link dev.mooring.devstack.EmbeddedRegistry} are its parts, for tests that need only one.
 * The broker runs in this process, the registry in a child process that ends with it. Everything
 * listens on 127.0.0.1 only.
 */
package dev.mooring.devstack;
