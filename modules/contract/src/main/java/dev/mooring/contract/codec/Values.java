package dev.mooring.contract.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** A flat record as its field names and values. */
final class Values {

  private Values() {}

  static Map<String, Object> of(SpecificRecord row) {
    Map<String, Object> values = LinkedHashMap.newLinkedHashMap(row.getSchema().getFields().size());
    for (Schema.Field field : row.getSchema().getFields()) {
      values.put(field.name(), row.get(field.pos()));
    }
    return values;
  }
}
