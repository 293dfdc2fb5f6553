package dev.mooring.contract.reference;

import dev.mooring.contract.Formats;
import dev.mooring.contract.Problem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a piece of reference data is right; each method tells all problems. */
public final class ReferenceValidator {

  private static final int NAME_LENGTH = 200;
  private static final Pattern LOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");

  private ReferenceValidator() {}

  /** All problems of a city; fields are named as in the schema. */
  public static List<Problem> problems(City city) {
    List<Problem> problems = new ArrayList<>();
    checkNamed(city.getId(), city.getName(), problems);
    checkCountry(city.getCountry(), problems);
    checkDegrees("lat", city.getLat(), 90, problems);
    checkDegrees("lon", city.getLon(), 180, problems);
    if (!ZoneId.getAvailableZoneIds().contains(city.getTimezone())) {
      String message = "should be an IANA time zone, such as Asia/Hong_Kong";
      problems.add(new Problem("timezone", city.getTimezone(), message));
    }
    Long geonameid = city.getGeonameid();
    if (geonameid != null && geonameid < 1) {
      problems.add(new Problem("geonameid", geonameid.toString(), "should be 1 or more"));
    }
    checkLocode(city, problems);
    return problems;
  }

  /** All problems of a bank; fields are named as in the schema. */
  public static List<Problem> problems(Bank bank) {
    return party(bank.getId(), bank.getName(), bank.getCountry(), bank.getLei(), bank.getBic());
  }

  /** All problems of a firm; fields are named as in the schema. */
  public static List<Problem> problems(Firm firm) {
    return party(firm.getId(), firm.getName(), firm.getCountry(), firm.getLei(), firm.getBic());
  }

  private static List<Problem> party(
      String id, String name, String country, String lei, String bic) {
    List<Problem> problems = new ArrayList<>();
    checkNamed(id, name, problems);
    if (country != null) {
      checkCountry(country, problems);
    }
    if (lei != null && !Identifiers.isLei(lei)) {
      String message = "should be an LEI (ISO 17442): 20 characters, the last two check digits";
      problems.add(new Problem("lei", lei, message));
    }
    if (bic != null && !Identifiers.isBic(bic)) {
      String message = "should be a BIC (ISO 9362): 8 or 11 characters, the country at 5 and 6";
      problems.add(new Problem("bic", bic, message));
    }
    return problems;
  }

  private static void checkNamed(String id, String name, List<Problem> problems) {
    if (id == null || !Formats.isSlug(id)) {
      problems.add(new Problem("id", id, "should be a slug such as hong-kong"));
    }
    if (name == null
        || name.isBlank()
        || name.codePointCount(0, name.length()) > NAME_LENGTH
        || !Formats.isWellFormed(name)) {
      String message = "should be a name of at most %d characters".formatted(NAME_LENGTH);
      problems.add(new Problem("name", name, message));
    }
  }

  private static void checkCountry(String country, List<Problem> problems) {
    if (country == null || !Formats.isCountry(country)) {
      String message = "should be an ISO 3166-1 alpha-2 code in upper case, such as HK";
      problems.add(new Problem("country", country, message));
    }
  }

  private static void checkDegrees(String field, double degrees, int most, List<Problem> problems) {
    boolean inRange = Math.abs(degrees) <= most;
    if (!inRange) {
      String message = "should be degrees from -%d to %d".formatted(most, most);
      problems.add(new Problem(field, Double.toString(degrees), message));
    }
  }

  private static void checkLocode(City city, List<Problem> problems) {
    String locode = city.getUnLocode();
    if (locode == null) {
      return;
    }
    if (!LOCODE.matcher(locode).matches()) {
      String message = "should be a UN/LOCODE: two letters of the country and three of the place";
      problems.add(new Problem("unLocode", locode, message));
    } else if (!locode.substring(0, 2).equals(city.getCountry())) {
      String message = "should begin with the country, " + city.getCountry();
      problems.add(new Problem("unLocode", locode, message));
    }
  }
}
