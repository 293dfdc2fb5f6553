package dev.mooring.metrics;

import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.CityDaily;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Whether a bank or a city gains accounts faster than it did, in accounts: the {@link
 * Ratios#netChange net change} of the {@value #DAYS} days that end with a given one, less the net
 * change of the {@value #DAYS} days before those. Above 0 it gains faster, or loses more slowly.
 *
 * <p>A series less its own past is what momentum is in the analysis of time series. Its sibling,
 * the rate of change, is a quotient, and undefined wherever no account opened in the earlier span,
 * which is most places. Any day's value is defined, for days without a row changed nothing.
 *
 * <p>Formula: sum of (accountsOpened - accountsClosed) over the {@value #DAYS} days up to the given
 * one, less the same sum over the {@value #DAYS} days before. Source: section 4.2 of the contract.
 *
 * <p>What is known to the month only counts on the first of that month.
 */
public final class Momentum {

  /** Days in each of the two spans: about a quarter, the rhythm in which banks report. */
  public static final int DAYS = 90;

  private Momentum() {}

  /**
   * Momentum of a bank.
   *
   * @param days its rows in any order; those after {@code last} count for nothing
   * @param last the last day of the later span
   */
  public static long ofBank(Collection<BankDaily> days, LocalDate last) {
    return of(days, BankDaily::getDay, Ratios::netChange, last);
  }

  /** Momentum of a city; see {@link #ofBank}. */
  public static long ofCity(Collection<CityDaily> days, LocalDate last) {
    return of(days, CityDaily::getDay, Ratios::netChange, last);
  }

  private static <R> long of(
      Collection<R> rows,
      Function<R, LocalDate> dayOf,
      ToLongFunction<R> netChange,
      LocalDate last) {
    long momentum = 0;
    for (R row : rows) {
      momentum += weight(dayOf.apply(row), last) * netChange.applyAsLong(row);
    }
    return momentum;
  }

  /** 1 in the later span, -1 in the earlier, 0 in neither. */
  private static int weight(LocalDate day, LocalDate last) {
    long age = last.toEpochDay() - day.toEpochDay();
    if (age < 0 || age >= 2 * DAYS) {
      return 0;
    }
    return age < DAYS ? 1 : -1;
  }
}
