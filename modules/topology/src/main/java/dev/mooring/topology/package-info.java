/** The Kafka Streams topology, its stores, its runner. */
package dev.mooring.topology;
