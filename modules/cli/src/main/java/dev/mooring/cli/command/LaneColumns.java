package dev.mooring.cli.command;

import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.replay.lane.LaneStatus;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The fields of a lane's status. */
final class LaneColumns {

  static final Columns<LaneStatus> COLUMNS =
      new Columns<>(
          List.of(
              Column.text("lane", LaneStatus::lane),
              Column.text("state", LaneStatus::state),
              Column.text("applicationId", LaneStatus::applicationId),
              Column.number("instances", LaneStatus::instances),
              Column.number("events", LaneStatus::events),
              Column.number("read", LaneStatus::read),
              Column.number("percent", LaneStatus::percent),
              Column.number("eventsPerSecond", status -> orNull(status.eventsPerSecond())),
              Column.number("secondsLeft", status -> seconds(status.timeLeft())),
              Column.number("lag", LaneStatus::lag),
              Column.number("eventsLeft", LaneStatus::eventsLeft),
              Column.number("withdrawalsLeft", LaneStatus::withdrawalsLeft),
              Column.number("differencesLeft", LaneStatus::differencesLeft),
              Column.text("caughtUp", LaneStatus::caughtUp)),
          List.of(
              Column.text("lane", LaneStatus::lane),
              Column.text("state", LaneStatus::state),
              Column.number("percent", status -> decimal(status.percent())),
              Column.number("behind", LaneStatus::lag),
              Column.number("events/s", LaneColumns::speed),
              Column.text("time left", status -> shown(status.timeLeft())),
              Column.text("caught up", status -> status.caughtUp() ? "yes" : "no"),
              Column.number("instances", LaneStatus::instances),
              Column.text("application", LaneStatus::applicationId)));

  private LaneColumns() {}

  /** Such as {@code 1h 2m 3s}; empty when nobody knows. */
  static String shown(Optional<Duration> time) {
    return time.map(
            known ->
                known
                    .plusMillis(500)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString()
                    .substring("PT".length())
                    .replaceAll("([HM])(?=.)", "$1 ")
                    .toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private static String speed(LaneStatus status) {
    return status.eventsPerSecond().isEmpty()
        ? ""
        : Long.toString(Math.round(status.eventsPerSecond().getAsDouble()));
  }

  /** Rounded down: what is not all read is not 100.0. */
  private static String decimal(double percent) {
    return String.format(Locale.ROOT, "%.1f", Math.floor(10 * percent) / 10);
  }

  private static Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  private static Double seconds(Optional<Duration> time) {
    return time.map(known -> known.toMillis() / 1_000.0).orElse(null);
  }
}
