package dev.mooring.topology.stage;

import dev.mooring.contract.Lane;
import dev.mooring.topology.intake.SchemaSource;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What the stages need from outside. Each processor gets its own of what is not shared between
 * threads.
 *
 * @param lane where rows and dead letters go
 * @param schemas where the schemas of events come from
 * @param rowSerializers make serializers of rows
 * @param ids make unique ids for the records that are sent
 */
public record StageTools(
    Lane lane,
    SchemaSource schemas,
    Supplier<Serializer<Object>> rowSerializers,
    Supplier<String> ids) {}
