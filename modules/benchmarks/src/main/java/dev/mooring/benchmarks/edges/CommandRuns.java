package dev.mooring.benchmarks.edges;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The runs of one command, of which medians are shown. */
public final class CommandRuns {

  private static final String NONE = "-";

  private final String what;
  private final Supplier<ProcessBuilder> command;
  private final Path errors;
  private final List<CommandRun> runs = new ArrayList<>();

  /**
   * A command that has not run yet.
   *
   * @param errors where the standard error of the last run goes
   */
  public CommandRuns(String what, Supplier<ProcessBuilder> command, Path errors) {
    this.what = what;
    this.command = command;
    this.errors = errors;
  }

  /** What runs here. */
  public String what() {
    return what;
  }

  /** Runs it once more, and counts that. */
  public CommandRun run() throws IOException, InterruptedException {
    CommandRun run = once();
    runs.add(run);
    return run;
  }

  /** Runs it without counting that: what a first run leaves behind helps those after it. */
  public CommandRun once() throws IOException, InterruptedException {
    ProcessBuilder builder = command.get();
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return CommandRun.of(builder, errors);
  }

  /** The median of a figure. */
  public double median(ToDoubleFunction<CommandRun> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The most memory that any run had; null where the system does not tell. */
  public Long peakBytes() {
    return runs.stream()
        .map(CommandRun::peakBytes)
        .filter(Objects::nonNull)
        .max(Long::compare)
        .orElse(null);
  }

  /**
   * All of them as a table for people.
   *
   * @param further columns between the name and what every command has
   */
  public static String table(List<CommandRuns> all, List<ColumnData<CommandRuns>> further) {
    List<ColumnData<CommandRuns>> columns = new ArrayList<>();
    columns.add(column("", HorizontalAlign.LEFT, CommandRuns::what));
    columns.add(right("wall s", each -> "%.2f".formatted(each.median(CommandRun::seconds))));
    columns.addAll(further);
    columns.add(right("CPU s", each -> "%.2f".formatted(each.median(CommandRun::cpuSeconds))));
    columns.add(right("peak MB", CommandRuns::peak));
    return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, all, columns);
  }

  /** A column of figures. */
  public static ColumnData<CommandRuns> right(String header, Function<CommandRuns, String> cell) {
    return column(header, HorizontalAlign.RIGHT, cell);
  }

  private static String peak(CommandRuns each) {
    Long bytes = each.peakBytes();
    return bytes == null ? NONE : "%,d".formatted(bytes >> 20);
  }

  private static ColumnData<CommandRuns> column(
      String header, HorizontalAlign align, Function<CommandRuns, String> cell) {
    return new Column().header(header).headerAlign(align).dataAlign(align).with(cell);
  }
}
