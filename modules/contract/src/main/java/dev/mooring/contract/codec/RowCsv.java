package dev.mooring.contract.codec;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A flat row as a CSV record (RFC 4180), with the field names of its schema as header. Absent is
 * empty; dates are written as {@code 2023-03-27}.
 */
public final class RowCsv {

  private RowCsv() {}

  /** The header of rows of a schema, without a line end. */
  public static String header(Schema schema) {
    return Csv.write(schema.getFields().stream().map(Schema.Field::name).toList());
  }

  /** The header of rows that no schema describes. */
  public static String header(Collection<String> fields) {
    return Csv.write(fields);
  }

  /** Any generated row or piece of reference data, without a line end. */
  public static String write(SpecificRecord row) {
    return write(Values.of(row));
  }

  /** A row that no schema describes; fields come in the order of the map. */
  public static String write(Map<String, ?> row) {
    List<String> cells = row.values().stream().map(value -> Objects.toString(value, null)).toList();
    return Csv.write(cells);
  }
}
