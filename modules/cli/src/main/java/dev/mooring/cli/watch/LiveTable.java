package dev.mooring.cli.watch;

import dev.mooring.cli.output.Amount;
import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.view.Freshness;
import dev.mooring.view.Row;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table that is drawn again in its place, below a line that says how fresh it is. */
public final class LiveTable<T> implements Watched<T> {

  /** Stands behind every cell, so that a table keeps its shape when cells are marked. */
  private static final String UNMARKED = " ";

  private static final String MARK = "*";
  private static final Pattern MARKED = Pattern.compile("(\\S+)\\*( |$)");

  /** Title, frame, header, three remarks, and the line that the cursor comes to stand on. */
  private static final int OTHER_LINES = 10;

  private final Screen screen;
  private final Columns<T> columns;
  private final String title;
  private final Clock clock;
  private final ChangeMarks<T> marks;

  /**
   * Draws on a screen.
   *
   * @param title what is watched
   */
  public LiveTable(Screen screen, Columns<T> columns, String title, Clock clock) {
    this.screen = screen;
    this.columns = columns;
    this.title = title;
    this.clock = clock;
    this.marks = new ChangeMarks<>(columns.table());
  }

  @Override
  public void show(List<Row<T>> rows, Freshness freshness) {
    if (freshness.caughtUp()) {
      marks.take(rows, clock.instant());
    }
    List<String> lines = new ArrayList<>();
    lines.add(clipped(title + ": " + state(freshness)));
    lines.add("");
    int shown = Math.min(rows.size(), Math.max(1, screen.lines() - OTHER_LINES));
    lines.addAll(table(rows.subList(0, shown)));
    if (shown < rows.size()) {
      lines.add("(" + (rows.size() - shown) + " more rows than the terminal has room for)");
    }
    lines.add("* changed within " + ChangeMarks.STAY.toSeconds() + " s; Ctrl-C ends");
    screen.draw(lines);
  }

  private List<String> table(List<Row<T>> rows) {
    StringWriter text = new StringWriter();
    new Output(new PrintWriter(text), Format.TABLE, Optional.of(screen.columns()))
        .rows(new Columns<>(List.of(), columns.table().stream().map(this::marked).toList()), rows);
    return text.toString()
        .lines()
        .map(line -> MARKED.matcher(line).replaceAll(found -> screen.bold(found.group(1)) + "*$2"))
        .toList();
  }

  private Column<Row<T>> marked(Column<T> column) {
    return new Column<>(
        column.name() + UNMARKED,
        row -> column.shown(row.value()) + (marks.isMarked(row.key(), column) ? MARK : UNMARKED),
        column.number());
  }

  /** A line that the terminal breaks would shift all that is drawn over it. */
  private String clipped(String line) {
    return line.substring(0, Math.min(line.length(), screen.columns()));
  }

  private static String state(Freshness freshness) {
    String heard = freshness.readAt().map(LiveTable::time).orElse("never");
    if (freshness.trouble().isPresent()) {
      return "no news since " + heard + ": " + freshness.trouble().get();
    }
    if (!freshness.caughtUp()) {
      return "reading" + left(freshness, "to go");
    }
    return "as of " + heard + left(freshness, "behind");
  }

  private static String left(Freshness freshness, String what) {
    return freshness.lag() == 0 ? "" : ", " + Amount.of(freshness.lag(), "record") + " " + what;
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
