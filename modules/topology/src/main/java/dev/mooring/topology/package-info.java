/** The Kafka Streams topology, its runner, and the checks before it starts. */
package dev.mooring.topology;
