package dev.mooring.contract.codec;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** One CSV record as text. */
final class Csv {

  private static final CsvReader.CsvReaderBuilder READER =
      CsvReader.builder().skipEmptyLines(false);

  /**
   * A field of a record.
   *
   * @param quoted whether it stood in quotes: so an empty text can be told from an absent one
   */
  record Cell(String text, boolean quoted) {

    boolean absent() {
      return text.isEmpty() && !quoted;
    }
  }

  private static final class Cells extends AbstractBaseCsvCallbackHandler<List<Cell>> {

    private final List<Cell> cells = new ArrayList<>();

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      cells.add(new Cell(new String(buffer, offset, length), quoted));
    }

    @Override
    protected List<Cell> buildRecord() {
      return cells;
    }
  }

  private Csv() {}

  /**
   * The cells of a record.
   *
   * @throws de.siegmar.fastcsv.reader.CsvParseException when the text is no single record
   */
  static List<Cell> read(String record) {
    return READER.ofSingleCsvRecord(new Cells(), record);
  }

  /** A record without a line end; null is absent, which is not the same as empty. */
  static String write(Iterable<String> cells) {
    StringWriter text = new StringWriter();
    CsvWriter writer =
        CsvWriter.builder()
            .bufferSize(0)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .lineDelimiter(LineDelimiter.LF)
            .build(text);
    writer.writeRecord(cells);
    return text.getBuffer().substring(0, text.getBuffer().length() - 1);
  }
}
