package dev.mooring.contract.reference;

import dev.mooring.contract.Formats;
import java.math.BigInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Identifiers of legal entities by the standards. */
final class Identifiers {

  private static final Pattern LEI = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
  private static final Pattern BIC =
      Pattern.compile("[0-9A-Z]{4}[A-Z]{2}[0-9A-Z]{2}([0-9A-Z]{3})?");
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  /** Kosovo has no code in ISO 3166-1, but is XK in BICs. */
  private static final String KOSOVO = "XK";

  private Identifiers() {}

  /**
   * Whether a text is a legal entity identifier: by ISO 17442 its number, with letters counted from
   * A = 10, leaves 1 when divided by 97 (ISO/IEC 7064).
   */
  static boolean isLei(String text) {
    if (!LEI.matcher(text).matches()) {
      return false;
    }
    String digits =
        text.chars()
            .mapToObj(c -> Integer.toString(Character.digit(c, Character.MAX_RADIX)))
            .collect(Collectors.joining());
    return new BigInteger(digits).mod(MODULUS).equals(BigInteger.ONE);
  }

  /** Whether a text is a business identifier code by ISO 9362, of 8 or 11 characters. */
  static boolean isBic(String text) {
    if (!BIC.matcher(text).matches()) {
      return false;
    }
    String country = text.substring(4, 6);
    return Formats.isCountry(country) || country.equals(KOSOVO);
  }
}
