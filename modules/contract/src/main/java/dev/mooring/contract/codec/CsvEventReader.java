package dev.mooring.contract.codec;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.mooring.contract.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads events of which each is a CSV record, below a header row of field names. */
final class CsvEventReader extends LookAheadReader {

  private final CsvRecords records;
  private CsvHeader header;
  private boolean ended;

  CsvEventReader(InputStream in) {
    this(new CsvRecords(in));
  }

  private CsvEventReader(CsvRecords records) {
    super(records);
    this.records = records;
  }

  @Override
  EventReading read() throws IOException {
    Lines.Line record = ended ? null : records.next();
    if (record == null) {
      return null;
    }
    boolean isHeader = header == null;
    EventReading reading = isHeader ? readHeader(record) : readRecord(record);
    return reading == null ? read() : reading;
  }

  /** Takes in the header; null when it is right. */
  private EventReading readHeader(Lines.Line record) {
    List<Problem> problems = new ArrayList<>();
    List<Csv.Cell> cells = cells(record, problems);
    if (problems.isEmpty()) {
      header = new CsvHeader(cells);
      problems.addAll(header.problems());
    }
    if (problems.isEmpty()) {
      return null;
    }
    ended = true;
    problems.add(new Problem("", null, "nothing behind this header is read"));
    return new EventReading.Unreadable(record.number(), record.raw(), problems);
  }

  private EventReading readRecord(Lines.Line record) {
    List<Problem> problems = new ArrayList<>(0);
    List<Csv.Cell> cells = cells(record, problems);
    if (problems.isEmpty() && cells.size() != header.size()) {
      String message = "has %d columns, the header has %d".formatted(cells.size(), header.size());
      problems.add(new Problem("", null, message));
    }
    if (!problems.isEmpty()) {
      return new EventReading.Unreadable(record.number(), record.raw(), problems);
    }
    EventDraft draft = new EventDraft(UnaryOperator.identity());
    for (int i = 0; i < cells.size(); i++) {
      readCell(header.field(i), cells.get(i), draft);
    }
    return draft.finish(record.number(), record.raw());
  }

  private static List<Csv.Cell> cells(Lines.Line record, List<Problem> problems) {
    if (record.fault() != null) {
      problems.add(new Problem("", null, record.fault()));
      return List.of();
    }
    try {
      return Csv.read(record.raw());
    } catch (CsvParseException e) {
      problems.add(new Problem("", null, "is no CSV record: " + e.getMessage()));
      return List.of();
    }
  }

  private static void readCell(EventField field, Csv.Cell cell, EventDraft draft) {
    if (field.isAbsent(cell)) {
      return;
    }
    if (field.kind() == EventField.Kind.NUMBER) {
      readNumber(field, cell.text(), draft);
    } else {
      draft.set(field, cell.text());
    }
  }

  private static void readNumber(EventField field, String text, EventDraft draft) {
    try {
      draft.set(field, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      draft.refuse(field, text, EventCsv.NUMBER_RANGE);
    }
  }
}
