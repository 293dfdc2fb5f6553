package dev.mooring.metrics;

import dev.mooring.contract.Stage;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.CityMetrics;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * What is read from rows rather than stored in them: the last part of section 4.2 of the contract.
 *
 * <p>Ratios are fractions: 0.25 is a quarter. One whose denominator is zero is undefined, and then
 * empty; none is ever NaN or infinite. Concentration is no ratio: the Herfindahl-Hirschman index
 * needs every bank's moorings, so it stands in the row of a city ({@link CityMetrics#getHhi}).
 *
 * @see ReasonShares
 * @see Momentum
 * @see Ranking
 */
public final class Ratios {

  private Ratios() {}

  /**
   * Conversion between two stages of a bank's funnel: observed moorings that came at least to
   * {@code to}, over those that came at least to {@code from}. From 0 to 1.
   *
   * <p>Formula: funnel{To} / funnel{From}, {@code funnelOpened / funnelApplied} for instance.
   * Source: the funnel of sections 4.1 and 4.2 of the contract; as in any sales funnel, one whose
   * beginning was not seen would count as a success, so only observed moorings enter.
   *
   * @throws IllegalArgumentException when {@code to} does not come behind {@code from}
   */
  public static OptionalDouble conversion(BankMetrics bank, Stage from, Stage to) {
    requireForwards(from, to);
    return ratio(reached(bank, to), reached(bank, from));
  }

  /** Conversion between two stages of a city's funnel; see the one of a bank. */
  public static OptionalDouble conversion(CityMetrics city, Stage from, Stage to) {
    requireForwards(from, to);
    return ratio(reached(city, to), reached(city, from));
  }

  /**
   * Applications declined over applications that were decided on: approved, conditionally approved
   * or declined. Those withdrawn by the firm were not decided by the bank and are left out, as they
   * are from the denial rates of lending (HMDA data, CFPB). From 0 to 1.
   *
   * <p>Formula: decisionsDeclined / (decisionsApproved + decisionsConditional + decisionsDeclined).
   */
  public static OptionalDouble declineRate(BankMetrics bank) {
    long declined = bank.getDecisionsDeclined();
    return ratio(declined, bank.getDecisionsApproved() + bank.getDecisionsConditional() + declined);
  }

  /** Applications declined over applications decided on in a city; see the one of a bank. */
  public static OptionalDouble declineRate(CityMetrics city) {
    long declined = city.getDecisionsDeclined();
    return ratio(declined, city.getDecisionsApproved() + city.getDecisionsConditional() + declined);
  }

  /**
   * Open moorings per firm that has one: with how many banks a banked firm of the city is, on
   * average. At least 1. There is none of a bank: its open moorings with one firm are cities.
   *
   * <p>Formula: accountsOpen / firmsBanked. Source: the number of bank relationships of a firm, as
   * research on relationship banking counts it.
   */
  public static OptionalDouble multiBanking(CityMetrics city) {
    return ratio(city.getAccountsOpen(), city.getFirmsBanked());
  }

  /**
   * Openings less closings of a bank, in accounts. First sights are no openings: they change what
   * is known, not what is.
   *
   * <p>Formula: accountsOpened - accountsClosed. Source: flow accounting, by which a stock changes
   * by what flows in less what flows out; section 4.1 of the contract says what the flows are.
   */
  public static long netChange(BankMetrics bank) {
    return bank.getAccountsOpened() - bank.getAccountsClosed();
  }

  /** Openings less closings in a city, in accounts. First sights are no openings. */
  public static long netChange(CityMetrics city) {
    return city.getAccountsOpened() - city.getAccountsClosed();
  }

  /** Openings less closings of a bank on one day, in accounts. */
  public static long netChange(BankDaily day) {
    return day.getAccountsOpened() - day.getAccountsClosed();
  }

  /** Openings less closings in a city on one day, in accounts. */
  public static long netChange(CityDaily day) {
    return day.getAccountsOpened() - day.getAccountsClosed();
  }

  /**
   * Open moorings of a city over those of all cities. From 0 to 1.
   *
   * <p>Formula: accountsOpen here / sum of accountsOpen of all cities. Source: market share by
   * number of accounts; section 4.2 of the contract.
   *
   * @param all the rows of all cities, this one among them
   */
  public static OptionalDouble shareOfHub(CityMetrics city, Collection<CityMetrics> all) {
    return ratio(
        city.getAccountsOpen(), all.stream().mapToLong(CityMetrics::getAccountsOpen).sum());
  }

  static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  private static void requireForwards(Stage from, Stage to) {
    if (from.compareTo(to) >= 0) {
      throw new IllegalArgumentException(
          "conversion from " + from + " to " + to + ": should be to a stage behind " + from);
    }
  }

  private static long reached(BankMetrics bank, Stage stage) {
    return switch (stage) {
      case CONTACTED -> bank.getFunnelContacted();
      case APPLIED -> bank.getFunnelApplied();
      case APPROVED -> bank.getFunnelApproved();
      case OPENED -> bank.getFunnelOpened();
      case ACTIVATED -> bank.getFunnelActivated();
    };
  }

  private static long reached(CityMetrics city, Stage stage) {
    return switch (stage) {
      case CONTACTED -> city.getFunnelContacted();
      case APPLIED -> city.getFunnelApplied();
      case APPROVED -> city.getFunnelApproved();
      case OPENED -> city.getFunnelOpened();
      case ACTIVATED -> city.getFunnelActivated();
    };
  }
}
