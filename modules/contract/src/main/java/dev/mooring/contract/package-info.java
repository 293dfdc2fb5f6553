/**
 * What all of Mooring agrees on: the generated types of events and rows, the catalogue of topics,
 * the rules of events, and the codecs in which people write them.
 *
 * <p>This package knows no other module, and no Kafka.
 */
package dev.mooring.contract;
