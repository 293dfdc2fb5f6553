package dev.mooring.contract.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.mooring.contract.Problem;
import dev.mooring.contract.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one file of reference data. */
final class ReferenceFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Set<String> CITY_NEEDS =
      Set.of("id", "name", "country", "lat", "lon", "timezone");
  private static final Set<String> CITY_TAKES = Set.of("geonameid", ReferenceCells.LOCODE);
  private static final Set<String> PARTY_NEEDS = Set.of("kind", "id", "name");
  private static final Set<String> PARTY_TAKES = Set.of("country", "lei", "bic");

  private final List<City> cities = new ArrayList<>();
  private final List<Bank> banks = new ArrayList<>();
  private final List<Firm> firms = new ArrayList<>();
  private final List<ReferenceData.Finding> findings = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  ReferenceData read(InputStream in) throws IOException {
    try {
      readRecords(decode(in.readAllBytes()));
    } catch (CharacterCodingException e) {
      refuseRest("should be UTF-8 throughout: nothing of it is read");
    } catch (CsvParseException e) {
      refuseRest("is no CSV: nothing from there on is read: " + e.getMessage());
    }
    return new ReferenceData(cities, banks, firms, findings);
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
  }

  private void readRecords(String text) {
    CsvReader<NamedCsvRecord> records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofNamedCsvRecord(text);
    boolean first = true;
    for (NamedCsvRecord record : records) {
      if (first && !headerIsRight(record)) {
        return;
      }
      first = false;
      readRecord(record);
    }
    if (first) {
      refuseRest("should have a header and at least one line below it");
    }
  }

  private void refuseRest(String message) {
    findings.add(new ReferenceData.Finding(1, List.of(new Problem("", null, message))));
  }

  private boolean headerIsRight(NamedCsvRecord record) {
    List<String> header = record.getHeader();
    boolean parties = header.contains("kind");
    Set<String> needs = parties ? PARTY_NEEDS : CITY_NEEDS;
    Set<String> known = new HashSet<>(needs);
    known.addAll(parties ? PARTY_TAKES : CITY_TAKES);
    List<Problem> problems = new ArrayList<>();
    header.stream()
        .filter(column -> !known.contains(column))
        .map(column -> unknownColumn(column, known))
        .forEach(problems::add);
    needs.stream()
        .filter(column -> !header.contains(column))
        .sorted()
        .map(column -> new Problem(column, null, "is missing in the header"))
        .forEach(problems::add);
    if (!problems.isEmpty()) {
      findings.add(new ReferenceData.Finding(1, problems));
    }
    return problems.isEmpty();
  }

  private static Problem unknownColumn(String column, Set<String> known) {
    return new Problem(
        column, null, "is an unknown column" + Suggestions.didYouMean(column, known));
  }

  private void readRecord(NamedCsvRecord record) {
    long line = record.getStartingLineNumber();
    ReferenceCells cells = new ReferenceCells(record);
    String kind = record.getHeader().contains("kind") ? cells.text("kind") : "city";
    List<Problem> problems = cells.problems();
    if (record.getFieldCount() != record.getHeader().size()) {
      String message =
          "has %d columns, the header has %d"
              .formatted(record.getFieldCount(), record.getHeader().size());
      problems.add(new Problem("", null, message));
    }
    if (!seen.add(kind + " " + cells.text("id"))) {
      problems.add(new Problem("id", cells.text("id"), "stands twice: once is right"));
    }
    switch (kind) {
      case "city" -> keep(cells.city(), cities, line, problems);
      case "bank" -> keep(cells.bank(), banks, line, problems);
      case "firm" -> keep(cells.firm(), firms, line, problems);
      case null, default -> {
        problems.add(new Problem("kind", kind, "should be bank or firm"));
        findings.add(new ReferenceData.Finding(line, problems));
      }
    }
  }

  private void keep(City city, List<City> into, long line, List<Problem> problems) {
    keep(city, into, line, problems, ReferenceValidator.problems(city));
  }

  private void keep(Bank bank, List<Bank> into, long line, List<Problem> problems) {
    keep(bank, into, line, problems, ReferenceValidator.problems(bank));
  }

  private void keep(Firm firm, List<Firm> into, long line, List<Problem> problems) {
    keep(firm, into, line, problems, ReferenceValidator.problems(firm));
  }

  private <T> void keep(
      T entry, List<T> into, long line, List<Problem> problems, List<Problem> more) {
    more.stream()
        .map(
            problem ->
                problem.field().equals("unLocode") ? problem.at(ReferenceCells.LOCODE) : problem)
        .filter(
            problem -> problems.stream().noneMatch(told -> told.field().equals(problem.field())))
        .toList()
        .forEach(problems::add);
    if (problems.isEmpty()) {
      into.add(entry);
    } else {
      findings.add(new ReferenceData.Finding(line, problems));
    }
  }
}
