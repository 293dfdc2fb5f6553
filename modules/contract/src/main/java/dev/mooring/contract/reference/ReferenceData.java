package dev.mooring.contract.reference;

import dev.mooring.contract.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What a file of reference data holds: one of cities ({@code
 * id,name,country,lat,lon,timezone,geonameid,un_locode}) or one of parties ({@code
 * kind,id,name,country} and, where known, {@code lei,bic}), told apart by the header row.
 *
 * @param findings lines that hold nothing that is right; the others are in the lists all the same
 */
public record ReferenceData(
    List<City> cities, List<Bank> banks, List<Firm> firms, List<Finding> findings) {

  /**
   * A line and all that is wrong with it.
   *
   * @param line counted from 1
   * @param problems fields are columns of the file
   */
  public record Finding(long line, List<Problem> problems) {

    public Finding {
      problems = List.copyOf(problems);
    }
  }

  public ReferenceData {
    cities = List.copyOf(cities);
    banks = List.copyOf(banks);
    firms = List.copyOf(firms);
    findings = List.copyOf(findings);
  }

  /**
   * Reads a file, which is UTF-8 with or without a byte order mark, to its end; the stream stays
   * open.
   *
   * @throws IOException when the stream cannot be read
   */
  public static ReferenceData read(InputStream in) throws IOException {
    return new ReferenceFile().read(in);
  }
}
