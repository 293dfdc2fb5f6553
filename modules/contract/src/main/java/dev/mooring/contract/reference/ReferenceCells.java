package dev.mooring.contract.reference;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.mooring.contract.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a line of reference data by column, as the record that they make. Empty and left out
 * are absent; a cell that is not what its column holds is a problem.
 */
record ReferenceCells(NamedCsvRecord record, List<Problem> problems) {

  /** The one column that is not named as in the schema. */
  static final String LOCODE = "un_locode";

  ReferenceCells(NamedCsvRecord record) {
    this(record, new ArrayList<>());
  }

  String text(String column) {
    return record.findField(column).filter(text -> !text.isEmpty()).orElse(null);
  }

  City city() {
    return new City(
        text("id"),
        text("name"),
        text("country"),
        degrees("lat"),
        degrees("lon"),
        text("timezone"),
        number("geonameid"),
        text(LOCODE));
  }

  Bank bank() {
    return new Bank(text("id"), text("name"), text("country"), text("lei"), text("bic"));
  }

  Firm firm() {
    return new Firm(text("id"), text("name"), text("country"), text("lei"), text("bic"));
  }

  private Long number(String column) {
    String text = text(column);
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      problems.add(new Problem(column, text, "should be a whole number"));
      return null;
    }
  }

  private double degrees(String column) {
    String text = text(column);
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      problems.add(new Problem(column, text, "should be degrees as a decimal number"));
      return Double.NaN;
    }
  }
}
