package dev.mooring.contract;

/** Headers of records that Mooring gives a meaning of its own. */
public final class Headers {

  /**
   * Id of the promotion that a row is a part of, as UTF-8: a view holds such rows back until it has
   * read the lane record of that promotion and every end offset that it names (section 8 of the
   * contract).
   */
  public static final String PROMOTION = "mooring_promotion";

  private Headers() {}
}
