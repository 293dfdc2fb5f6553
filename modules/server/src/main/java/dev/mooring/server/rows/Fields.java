package dev.mooring.server.rows;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.contract.codec.RowCsv;
import dev.mooring.server.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which fields of rows are written, in which order.
 *
 * @param names in order; {@code ratios} among them stands for all ratios
 */
public record Fields(RowTopic topic, List<String> names) {

  /** Stands for the ratios, where rows have them. */
  public static final String RATIOS = "ratios";

  public Fields {
    names = List.copyOf(names);
  }

  /** All that rows of a topic have. */
  public static Fields all(RowTopic topic) {
    List<String> names = new ArrayList<>(Sort.fields(topic.schema()));
    if (RowRatios.of(topic)) {
      names.add(RATIOS);
    }
    return new Fields(topic, names);
  }

  /**
   * Reads names with commas between.
   *
   * @throws IllegalArgumentException when one is no field of the rows, or stands there twice
   */
  public static Fields parse(String text, RowTopic topic) {
    List<String> names = Arrays.asList(text.split(",", -1));
    List<String> known = all(topic).names;
    names.stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> refuse(name, "is no field of these rows"));
    HashSet<String> seen = new HashSet<>();
    names.stream()
        .filter(name -> !seen.add(name))
        .forEach(name -> refuse(name, "stands there twice"));
    return new Fields(topic, names);
  }

  private static void refuse(String name, String why) {
    throw new IllegalArgumentException("fields: '%s' %s".formatted(name, why));
  }

  /** Writes a row as an object. */
  public void json(JsonGenerator json, SpecificRecord row, Supplier<RowRatios> ratios)
      throws IOException {
    json.writeStartObject();
    for (String name : names) {
      json.writeFieldName(name);
      if (name.equals(RATIOS)) {
        Json.object(json, ratios.get().of(row));
      } else {
        Json.value(json, row.get(position(name)));
      }
    }
    json.writeEndObject();
  }

  /** The header of rows as CSV, which have no ratios. */
  public String csvHeader() {
    return RowCsv.header(columns());
  }

  /** A row as CSV. */
  public String csv(SpecificRecord row) {
    Map<String, Object> values = new LinkedHashMap<>();
    columns().forEach(name -> values.put(name, row.get(position(name))));
    return RowCsv.write(values);
  }

  private List<String> columns() {
    return names.stream().filter(name -> !name.equals(RATIOS)).toList();
  }

  private int position(String name) {
    Schema.Field field = topic.schema().getField(name);
    return field.pos();
  }
}
