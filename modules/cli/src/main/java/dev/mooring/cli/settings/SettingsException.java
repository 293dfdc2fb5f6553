package dev.mooring.cli.settings;

import java.util.List;

/** Settings that cannot be used; says all that is wrong with them, not only the first. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SettingsException(String problem) {
    this(List.of(problem));
  }

  SettingsException(List<String> problems) {
    super(String.join("; ", problems));
  }
}
