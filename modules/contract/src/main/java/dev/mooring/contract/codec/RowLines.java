package dev.mooring.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Rows of a schema as lines of text, made of their Avro bodies without objects between: the same as
 * {@link RowJson} and {@link RowCsv} write, for where there are very many. For one thread.
 */
public final class RowLines {

  private static final int ROOM = 1 << 16;
  private static final String LINE_END = System.lineSeparator();

  private final RowBodyReader reader;
  private final Utf8Text text;
  private final RowCells cells;
  private final byte[] end;

  private RowLines(RowBodyReader reader, Utf8Text text, RowCells cells, String end) {
    this.reader = reader;
    this.text = text;
    this.cells = cells;
    this.end = end.getBytes(UTF_8);
  }

  /** Rows as JSON objects; empty where {@link RowBodyReader} has nothing for the schema. */
  public static Optional<RowLines> json(Schema schema) {
    Utf8Text text = new Utf8Text(ROOM);
    return RowBodyReader.of(schema)
        .map(reader -> new RowLines(reader, text, new JsonCells(schema, text), "}" + LINE_END));
  }

  /** Rows as CSV records without a header; empty as for JSON. */
  public static Optional<RowLines> csv(Schema schema) {
    Utf8Text text = new Utf8Text(ROOM);
    return RowBodyReader.of(schema)
        .map(reader -> new RowLines(reader, text, new CsvCells(text), LINE_END));
  }

  /** Adds the row whose body begins at {@code from}, with a line end. */
  public void add(byte[] bytes, int from) {
    reader.read(bytes, from, cells);
    text.add(end);
  }

  /** The lines that were added since the last call, as UTF-8. */
  public byte[] take() {
    return text.take();
  }
}
