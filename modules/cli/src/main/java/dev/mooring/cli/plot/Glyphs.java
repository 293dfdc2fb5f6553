package dev.mooring.cli.plot;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The characters of which charts are made. */
public enum Glyphs {
  /** Blocks in steps of an eighth. */
  BLOCKS("▁▂▃▄▅▆▇█", "▏▎▍▌▋▊▉█", "│", "└", "─"),
  /** For terminals that know nothing else. */
  ASCII("...:::##", "..::++##", "|", "+", "-");

  /** Steps of a character. */
  static final int STEPS = 8;

  private final String rising;
  private final String growing;
  private final String side;
  private final String corner;
  private final String floor;

  Glyphs(String rising, String growing, String side, String corner, String floor) {
    this.rising = rising;
    this.growing = growing;
    this.side = side;
    this.corner = corner;
    this.floor = floor;
  }

  /**
   * What the terminal can show: ASCII, unless the locale of the environment says UTF-8.
   *
   * @param environment variables of the environment, of which the first of LC_ALL, LC_CTYPE and
   *     LANG that is set says it
   */
  public static Glyphs of(Map<String, String> environment) {
    String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    String charset = locale.toLowerCase(Locale.ROOT).replace("-", "");
    return charset.contains("utf8") ? BLOCKS : ASCII;
  }

  /** A character filled from below by so many eighths; a space for none. */
  String rising(int eighths) {
    return eighths <= 0 ? " " : String.valueOf(rising.charAt(Math.min(eighths, STEPS) - 1));
  }

  /** A bar that is so many eighths of a character long. */
  String growing(long eighths) {
    int full = Math.toIntExact(eighths / STEPS);
    int rest = Math.toIntExact(eighths % STEPS);
    return String.valueOf(growing.charAt(STEPS - 1)).repeat(full)
        + (rest == 0 ? "" : growing.charAt(rest - 1));
  }

  String side() {
    return side;
  }

  /** The line below a chart that is so many columns wide. */
  String floor(int width) {
    return corner + floor.repeat(width);
  }
}
