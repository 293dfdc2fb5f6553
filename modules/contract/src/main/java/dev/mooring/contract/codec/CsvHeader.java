package dev.mooring.contract.codec;

import dev.mooring.contract.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields that the columns of a CSV file hold, by its header row. */
final class CsvHeader {

  private final List<EventField> columns = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  CsvHeader(List<Csv.Cell> cells) {
    Set<String> seen = new HashSet<>();
    for (Csv.Cell cell : cells) {
      String name = cell.text();
      EventField field = EventField.BY_NAME.get(name);
      if (field == null) {
        problems.add(EventField.unknown(name, name));
      } else if (!seen.add(name)) {
        problems.add(new Problem(name, null, "stands twice in the header: once is right"));
      }
      columns.add(field);
    }
    EventField.ALL.stream()
        .filter(field -> field.required() && !seen.contains(field.name()))
        .map(field -> new Problem(field.name(), null, "is missing in the header"))
        .forEach(problems::add);
  }

  List<Problem> problems() {
    return problems;
  }

  int size() {
    return columns.size();
  }

  EventField field(int column) {
    return columns.get(column);
  }
}
