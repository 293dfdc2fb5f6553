package dev.mooring.registry;

import org.apache.avro.Schema;

/**
 * A schema as a subject has it.
 *
 * @param subject the subject
 * @param version its version in the subject, from 1
 * @param id its id in the registry, which records bear
 * @param schema the schema
 */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
