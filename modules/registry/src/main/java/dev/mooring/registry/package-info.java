/** Client of the Confluent Schema Registry protocol, Avro serdes on it. */
package dev.mooring.registry;
