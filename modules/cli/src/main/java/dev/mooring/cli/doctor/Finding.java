package dev.mooring.cli.doctor;

import java.util.Locale;

/**
 * What a check came to.
 *
 * @param result how it is
 * @param check what was looked at, in a word
 * @param what was found
 * @param advice what to do; empty when nothing
 */
public record Finding(Result result, String check, String what, String advice) {

  private static final String SETTINGS = "settings";

  /** How it is. */
  public enum Result {
    OK,
    /** It works, but will not for long, or not as it should. */
    WARNING,
    FAILED,
    /** What it rests on failed already. */
    SKIPPED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Settings that can be used. */
  public static Finding settings(String what) {
    return ok(SETTINGS, what);
  }

  /** Settings that cannot be used, with what is wrong with them. */
  public static Finding wrongSettings(String problems) {
    return failed(SETTINGS, problems, "`mooring config --help` says where settings come from");
  }

  static Finding ok(String check, String what) {
    return new Finding(Result.OK, check, what, "");
  }

  static Finding warning(String check, String what, String advice) {
    return new Finding(Result.WARNING, check, what, advice);
  }

  static Finding failed(String check, String what, String advice) {
    return new Finding(Result.FAILED, check, what, advice);
  }

  static Finding skipped(String check, String why) {
    return new Finding(Result.SKIPPED, check, "not looked at: " + why, "");
  }

  /** Whether somebody should do something. */
  public boolean needsCare() {
    return result == Result.WARNING || result == Result.FAILED;
  }
}
