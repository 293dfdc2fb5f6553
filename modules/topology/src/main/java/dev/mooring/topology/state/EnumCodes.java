package dev.mooring.topology.state;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Numbers for the values of an enum of the contract, by their place in its schema, to which values
 * are only ever appended. 0 stands for null.
 */
final class EnumCodes<E extends Enum<E>> {

  private final List<E> values;
  private final Map<E, Integer> codes;

  EnumCodes(Class<E> type, Schema schema) {
    this.values =
        schema.getEnumSymbols().stream().map(symbol -> Enum.valueOf(type, symbol)).toList();
    this.codes = new EnumMap<>(type);
    values.forEach(value -> codes.put(value, codes.size() + 1));
  }

  void put(E value, ByteWriter out) {
    out.putByte(value == null ? 0 : codes.get(value));
  }

  E take(ByteReader in) {
    int code = in.takeByte();
    return code == 0 ? null : values.get(code - 1);
  }
}
