package dev.mooring.contract.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * A flat row as a JSON object on one line, with the field names of its schema. Numbers and booleans
 * are such, absent is null, and anything else is text: dates as {@code 2023-03-27}.
 */
public final class RowJson {

  private RowJson() {}

  /** Any generated row or piece of reference data, without a line end. */
  public static String write(SpecificRecord row) {
    return write(Values.of(row));
  }

  /** A row that no schema describes, such as a rank; fields come in the order of the map. */
  public static String write(Map<String, ?> row) {
    return Json.text(
        json -> {
          json.writeStartObject();
          for (Map.Entry<String, ?> field : row.entrySet()) {
            json.writeFieldName(field.getKey());
            write(field.getValue(), json);
          }
          json.writeEndObject();
        });
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean yes -> json.writeBoolean(yes);
      default -> json.writeString(value.toString());
    }
  }
}
