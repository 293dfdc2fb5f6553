/**
 * A client of the Confluent Schema Registry protocol, and the Avro serdes that use it.
 *
 * <p>{@link dev.mooring.registry.SchemaRegistryClient} registers and finds schemas. {@link
 * dev.mooring.registry.AvroSerializer}, {@link dev.mooring.registry.AvroDeserializer} and {@link
 * dev.mooring.registry.AvroSerde} are named in the configuration of Kafka clients by their class,
 * take the same keys as Confluent's own and write the same bytes, so that either may stand in for
 * the other. What goes wrong is a {@link dev.mooring.registry.RegistryException}.
 */
package dev.mooring.registry;
