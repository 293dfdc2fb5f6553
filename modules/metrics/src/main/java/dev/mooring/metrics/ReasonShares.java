package dev.mooring.metrics;

import dev.mooring.contract.event.Reason;
import dev.mooring.contract.row.ReasonRow;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For what reasons a bank declined and closed, or was declined and closed in a city: fractions from
 * 0 to 1, empty where nothing was declined or closed. They take the rows of one bank or of one
 * city, and throw {@link IllegalArgumentException} when given those of several: a closing stands in
 * the rows of its bank and in those of its city, so together they would count it twice.
 */
public final class ReasonShares {

  private static final Set<String> DE_RISKED = names(Reason.DE_RISK, Reason.VERTICAL_EXIT);
  private static final Set<String> DISPLACED = names(Reason.BANK_FAILURE, Reason.BANK_WIND_DOWN);
  private static final Set<String> WITHOUT_REASON =
      Set.of(Reason.NOT_GIVEN.name(), ReasonKey.UNKNOWN);

  private ReasonShares() {}

  /**
   * Declines, or closings, for which no reason is known, over all of them: the bank gave none
   * (NOT_GIVEN), or the report has none (UNKNOWN). Reports seldom tell the two apart, so it says
   * how much is known rather than how open a bank is.
   *
   * <p>Formula: count of NOT_GIVEN and UNKNOWN / count of all reasons of the kind. Source: sections
   * 2.3 and 4.2 of the contract.
   */
  public static OptionalDouble noReason(Collection<ReasonRow> reasons, ReasonKind kind) {
    return share(WITHOUT_REASON, reasons, kind);
  }

  /**
   * The de-risking rate: closings for DE_RISK or VERTICAL_EXIT over all closings. De-risking is
   * FATF's word for ending relationships to avoid, rather than manage, risk. Closings without a
   * known reason are in the denominator alone, so it is a lower bound.
   *
   * <p>Formula: closings for DE_RISK and VERTICAL_EXIT / all closings. Source: FATF's statements on
   * de-risking; section 2.3 of the contract.
   */
  public static OptionalDouble deRisking(Collection<ReasonRow> reasons) {
    return share(DE_RISKED, reasons, ReasonKind.CLOSURE);
  }

  /**
   * Displacement: closings because the bank failed or was wound down (BANK_FAILURE,
   * BANK_WIND_DOWN), over all closings. A lower bound likewise.
   *
   * <p>Formula: closings for BANK_FAILURE and BANK_WIND_DOWN / all closings. Source: section 2.3 of
   * the contract.
   */
  public static OptionalDouble displacement(Collection<ReasonRow> reasons) {
    return share(DISPLACED, reasons, ReasonKind.CLOSURE);
  }

  private static OptionalDouble share(
      Set<String> reasons, Collection<ReasonRow> rows, ReasonKind kind) {
    requireOneOwner(rows);
    long all = 0;
    long those = 0;
    for (ReasonRow row : rows) {
      if (row.getKind().equals(kind.name())) {
        all += row.getCount();
        those += reasons.contains(row.getReason()) ? row.getCount() : 0;
      }
    }
    return Ratios.ratio(those, all);
  }

  private static void requireOneOwner(Collection<ReasonRow> rows) {
    Set<String> owners =
        rows.stream().map(row -> row.getScope() + "/" + row.getId()).collect(Collectors.toSet());
    if (owners.size() > 1) {
      throw new IllegalArgumentException(
          "reasons: rows of " + owners + ", should be of one bank or of one city");
    }
  }

  private static Set<String> names(Reason... reasons) {
    return Stream.of(reasons).map(Reason::name).collect(Collectors.toUnmodifiableSet());
  }
}
