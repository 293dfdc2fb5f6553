/** The processors of the topology: they read, fold, and send on once per commit. */
package dev.mooring.topology.stage;
