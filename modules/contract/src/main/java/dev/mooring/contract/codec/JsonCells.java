package dev.mooring.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.avro.Schema;

/** Writes a row as a JSON object, but for its closing brace. */
final class JsonCells implements RowCells {

  private static final byte[] NULL = "null".getBytes(UTF_8);
  private static final byte[] TRUE = "true".getBytes(UTF_8);
  private static final byte[] FALSE = "false".getBytes(UTF_8);

  private final Utf8Text text;

  /** What stands before the value of each field: {@code ,"bank":}. */
  private final byte[][] names;

  JsonCells(Schema schema, Utf8Text text) {
    this.text = text;
    this.names =
        schema.getFields().stream()
            .map(field -> (field.pos() == 0 ? '{' : ',') + quoted(field.name()) + ':')
            .map(name -> name.getBytes(UTF_8))
            .toArray(byte[][]::new);
  }

  @Override
  public void absent(int field) {
    text.add(names[field]);
    text.add(NULL);
  }

  @Override
  public void text(int field, byte[] bytes, int from, int to) {
    text.add(names[field]);
    if (isPlain(bytes, from, to)) {
      text.add('"');
      text.add(bytes, from, to);
      text.add('"');
    } else {
      text.add(quoted(new String(bytes, from, to - from, UTF_8)).getBytes(UTF_8));
    }
  }

  @Override
  public void number(int field, long number) {
    text.add(names[field]);
    text.add(number);
  }

  @Override
  public void truth(int field, boolean yes) {
    text.add(names[field]);
    text.add(yes ? TRUE : FALSE);
  }

  @Override
  public void day(int field, long epochDay) {
    text.add(names[field]);
    text.add('"');
    text.addDay(epochDay);
    text.add('"');
  }

  /** Whether it is ASCII of which nothing needs to be escaped. */
  private static boolean isPlain(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < ' ' || bytes[i] == '"' || bytes[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  private static String quoted(String value) {
    return Json.text(json -> json.writeString(value));
  }
}
