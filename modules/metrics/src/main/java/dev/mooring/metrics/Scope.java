package dev.mooring.metrics;

/** What rows are about: each event and each mooring counts for one id of each, at the most. */
public enum Scope {
  BANK("bank"),
  CITY("city"),
  COUNTRY("country");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** The word in keys and rows. */
  public String word() {
    return word;
  }

  /** The scope of a word. */
  public static Scope ofWord(String word) {
    return switch (word) {
      case "bank" -> BANK;
      case "city" -> CITY;
      case "country" -> COUNTRY;
      default ->
          throw new IllegalArgumentException(
              "scope '" + word + "' should be bank, city or country");
    };
  }
}
