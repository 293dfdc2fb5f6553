package dev.mooring.cli.output;

/** A number of things in words. */
public final class Amount {

  private Amount() {}

  /** Such as {@code 1 event} or {@code 1200 events}; nouns whose plural adds an s only. */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
