/**
 * What Kafka Connect needs to write Mooring's rows to a database.
 *
 * <p>{@link dev.mooring.sink.AvroRowConverter} is named as the {@code value.converter} of a sink
 * connector and turns the Avro rows of the output topics into Connect's structs, which a JDBC sink
 * upserts. The build puts it beside Debezium's JDBC connector into {@code target/plugins}.
 */
package dev.mooring.sink;
