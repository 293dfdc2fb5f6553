package dev.mooring.cli.stack;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import java.nio.file.Path;

/** Where instances of the topology keep their files. */
public final class StateDirectory {

  private StateDirectory() {}

  /**
   * As the settings have it: {@code topology.state.dir}, else {@code state} in {@code data.dir}.
   */
  public static Path of(Settings settings, Surroundings surroundings) {
    return settings
        .find(Setting.STATE_DIR)
        .map(Path::of)
        .map(surroundings::resolve)
        .orElseGet(() -> surroundings.resolve(settings.path(Setting.DATA_DIR)).resolve("state"));
  }
}
