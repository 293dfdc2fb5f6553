package dev.mooring.cli.stack;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.contract.Lane;
import java.nio.file.Path;

/** Where instances of the topology keep their files. */
public final class StateDirectory {

  private StateDirectory() {}

  /**
   * As the settings have it: {@code topology.state.dir}, else {@code state} in {@code data.dir}. A
   * shadow has a directory of its own in it: once it is promoted, instances of both run the same
   * application.
   */
  public static Path of(Settings settings, Surroundings surroundings, Lane lane) {
    Path live =
        settings
            .find(Setting.STATE_DIR)
            .map(Path::of)
            .map(surroundings::resolve)
            .orElseGet(
                () -> surroundings.resolve(settings.path(Setting.DATA_DIR)).resolve("state"));
    return lane.isLive() ? live : live.resolve(lane.name());
  }
}
