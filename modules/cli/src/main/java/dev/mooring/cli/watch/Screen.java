package dev.mooring.cli.watch;

import java.io.PrintWriter;
import java.util.List;

/**
 * A terminal on which lines are drawn again in the same place, by the escape sequences of ECMA-48.
 */
public final class Screen implements AutoCloseable {

  private static final String ESCAPE = "\u001b[";
  private static final String CLEAR = ESCAPE + "2J";
  private static final String HOME = ESCAPE + "H";
  private static final String CLEAR_TO_END_OF_LINE = ESCAPE + "K";
  private static final String CLEAR_BELOW = ESCAPE + "J";
  private static final String HIDE_CURSOR = ESCAPE + "?25l";
  private static final String SHOW_CURSOR = ESCAPE + "?25h";
  private static final String BOLD = ESCAPE + "1m";
  private static final String PLAIN = ESCAPE + "0m";

  private final PrintWriter out;
  private final int columns;
  private final int lines;

  Screen(PrintWriter out, int columns, int lines) {
    this.out = out;
    this.columns = columns;
    this.lines = lines;
  }

  int columns() {
    return columns;
  }

  int lines() {
    return lines;
  }

  String bold(String text) {
    return BOLD + text + PLAIN;
  }

  /** Takes over a terminal: clears it, and hides the cursor, which would flit about. */
  public static Screen open(PrintWriter out, int columns, int lines) {
    out.print(HIDE_CURSOR + CLEAR);
    out.flush();
    return new Screen(out, columns, lines);
  }

  /** Draws over what was drawn before; clearing it first would flicker. */
  void draw(List<String> text) {
    out.print(HOME);
    text.forEach(line -> out.print(line + CLEAR_TO_END_OF_LINE + "\n"));
    out.print(CLEAR_BELOW);
    out.flush();
  }

  /** Leaves what was drawn last, and gives the cursor back below it. */
  @Override
  public void close() {
    out.print(SHOW_CURSOR);
    out.flush();
  }
}
