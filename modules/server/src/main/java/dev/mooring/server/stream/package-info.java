/**
 * Live push: what changes goes into one bounded ring, from which every client reads at its own
 * pace. Who falls out of the ring is caught up from Kafka, or cut off when it is the client that is
 * slow.
 */
package dev.mooring.server.stream;
