package dev.mooring.contract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;

/** The forms that single values take. Each method answers for one value that is not null. */
public final class Formats {

  /** Most characters of a slug. */
  public static final int SLUG_LENGTH = 64;

  private static final int UUID_LENGTH = 36;
  private static final String PLAIN = "/-_?&=+,;:@!~";
  private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

  private Formats() {}

  /** Whether a text is an id of a bank, firm, city or programme: {@code za-bank}. */
  public static boolean isSlug(String text) {
    int length = text.length();
    if (length == 0 || length > SLUG_LENGTH) {
      return false;
    }
    boolean afterHyphen = true;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '-' ? afterHyphen : !isLowerAlphanumeric(c)) {
        return false;
      }
      afterHyphen = c == '-';
    }
    return !afterHyphen;
  }

  /** Whether a text is a UUID in its canonical form, in lower case. */
  public static boolean isLowerCaseUuid(String text) {
    if (text.length() != UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = text.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen ? c != '-' : !isLowerHex(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text is an ISO 3166-1 alpha-2 code in upper case. */
  public static boolean isCountry(String text) {
    return COUNTRIES.contains(text);
  }

  /** Whether a text is an absolute http or https URL. */
  public static boolean isWebAddress(String text) {
    return isPlainWebAddress(text) || isWebAddressByUri(text);
  }

  /**
   * Whether a text is one of the URLs that nearly all are, of characters that mean the same
   * everywhere. It spares the parsing, which costs more than all other checks of an event.
   */
  static boolean isPlainWebAddress(String text) {
    int start = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : -1;
    if (start < 0) {
      return false;
    }
    int i = start;
    while (i < text.length() && isHost(text.charAt(i))) {
      i++;
    }
    if (i == start || (i < text.length() && text.charAt(i) != '/')) {
      return false;
    }
    while (i < text.length() && (isHost(text.charAt(i)) || PLAIN.indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i == text.length();
  }

  /** The same by the parser of the JDK, for every text. */
  static boolean isWebAddressByUri(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
          && uri.getRawAuthority() != null
          && isWellFormed(text);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * Whether a text can be written as UTF-8: without a surrogate that has no partner. Such a text
   * would be another one after its way through Kafka.
   */
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static boolean isLowerAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isHost(char c) {
    return isLowerAlphanumeric(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
  }

  private static boolean isLowerHex(char c) {
    return (c >= 'a' && c <= 'f') || (c >= '0' && c <= '9');
  }
}
