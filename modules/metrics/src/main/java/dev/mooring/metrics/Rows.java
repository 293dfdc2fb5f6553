package dev.mooring.metrics;

import dev.mooring.contract.Stage;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.CountryMetrics;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.contract.row.StanceRow;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The rows of section 4.2 of the contract, made of tallies and moorings. A row whose every count is
 * zero does not exist: then the method returns null.
 */
public final class Rows {

  private static final Columns<Tally> BANK =
      Columns.ofTotals(
          BankMetrics.getClassSchema(),
          with(common(), Map.of("cities", tally -> tally.members(Member.OPEN_BY_CITY).present())));
  private static final Columns<Tally> CITY =
      Columns.ofTotals(CityMetrics.getClassSchema(), with(common(), ofCity()));
  private static final Columns<Tally> COUNTRY =
      Columns.ofTotals(CountryMetrics.getClassSchema(), common());
  private static final Columns<Counts> BANK_DAY = Columns.ofDay(BankDaily.getClassSchema());
  private static final Columns<Counts> CITY_DAY = Columns.ofDay(CityDaily.getClassSchema());

  private Rows() {}

  /** The metrics row of a bank, city or country. */
  public static SpecificRecordBase metrics(Scope scope, String id, Tally tally) {
    if (tally.totals().isZero()) {
      return null;
    }
    return switch (scope) {
      case BANK -> BANK.fill(new BankMetrics(), tally, id);
      case CITY -> CITY.fill(new CityMetrics(), tally, id);
      case COUNTRY -> COUNTRY.fill(new CountryMetrics(), tally, id);
    };
  }

  /** The daily row of a bank or city; countries have none. */
  public static SpecificRecordBase daily(Scope scope, String id, int day, Counts counts) {
    if (counts == null || counts.isZero()) {
      return null;
    }
    LocalDate date = LocalDate.ofEpochDay(day);
    return switch (scope) {
      case BANK -> BANK_DAY.fill(new BankDaily(), counts, id, date);
      case CITY -> CITY_DAY.fill(new CityDaily(), counts, id, date);
      case COUNTRY -> throw new IllegalArgumentException("countries have no daily rows");
    };
  }

  /** How often a bank or city had a reason. */
  public static ReasonRow reason(Scope scope, String id, ReasonKey key, long count) {
    return count == 0
        ? null
        : new ReasonRow(scope.word(), id, key.kind().name(), key.word(), count);
  }

  /** A mooring. */
  public static MooringRow mooring(Parties pair, String city, MooringState state) {
    if (state == null) {
      return null;
    }
    Stage stage = state.stage();
    return new MooringRow(
        pair.bank(),
        pair.firm(),
        city,
        stage == null ? null : stage.name(),
        state.observed(),
        state.account().name(),
        state.restricted(),
        state.daysToOpen(),
        state.events(),
        Columns.date(state.firstDay()),
        Columns.date(state.lastDay()));
  }

  /** A bank's last word on a subject. */
  public static StanceRow stance(Parties parties, StanceKey key, Fact last) {
    return last == null
        ? null
        : new StanceRow(
            parties.bank(),
            key.stance().name(),
            key.city(),
            key.programme(),
            last.position().name(),
            Columns.date(last.day()));
  }

  private static Map<String, Function<Tally, ?>> common() {
    return Map.of(
        "daysToOpenCount", tally -> tally.daysToOpen().total(),
        "daysToOpenP50", tally -> tally.daysToOpen().percentile(50),
        "daysToOpenP90", tally -> tally.daysToOpen().percentile(90),
        "daysToOpenMax", tally -> tally.daysToOpen().percentile(100),
        "firstDay", tally -> Columns.date(firstDay(tally)),
        "lastDay", tally -> Columns.date(lastDay(tally)));
  }

  private static Map<String, Function<Tally, ?>> ofCity() {
    return Map.of(
        "firms", tally -> tally.members(Member.MOORINGS_BY_FIRM).present(),
        "firmsBanked", tally -> tally.members(Member.OPEN_BY_FIRM).present(),
        "banks", tally -> tally.members(Member.OPEN_BY_BANK).present(),
        "hhi", tally -> hhi(tally.members(Member.OPEN_BY_BANK)));
  }

  private static Map<String, Function<Tally, ?>> with(
      Map<String, Function<Tally, ?>> some, Map<String, Function<Tally, ?>> more) {
    Map<String, Function<Tally, ?>> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  /** The sum of the squares of the shares, in ten-thousandths, rounded half up. */
  private static Long hhi(Members openByBank) {
    if (openByBank.sum() == 0) {
      return null;
    }
    BigInteger whole = BigInteger.valueOf(openByBank.sum()).pow(2);
    BigInteger scaled =
        BigInteger.valueOf(openByBank.squares()).multiply(BigInteger.valueOf(20_000));
    return scaled.add(whole).divide(whole.shiftLeft(1)).longValueExact();
  }

  private static Integer firstDay(Tally tally) {
    return tally.days().first(Rows::hasEvents);
  }

  private static Integer lastDay(Tally tally) {
    return tally.days().last(Rows::hasEvents);
  }

  /** A day may have flows only, brought by an event that names no city of its own. */
  private static boolean hasEvents(Counts day) {
    return day.get(Measure.EVENTS) > 0;
  }
}
