package dev.mooring.cli.command;

import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.cli.rejected.Bytes;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Problem;
import dev.mooring.view.LetterBox;
import dev.mooring.view.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists dead letters. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the dead letters that are open: rejected, and not mended since.",
    footer = {
      "",
      "When the events are read anew, what is wrong is rejected anew; letters of the same record"
          + " and reason are listed once, by the first one. What was mended stays mended.",
      "",
      "Examples:",
      "  mooring rejected list --reason INVALID --from 3d",
      "  mooring rejected list --bank za-bank -o json",
      "  mooring rejected list --all        # mended ones too, and how"
    })
public final class RejectedListCommand implements Callable<Integer> {

  private static final int TABLE_ROWS = 200;

  private static final Comparator<Rejected> BY_TIME =
      Comparator.comparing(Rejected::recorded)
          .thenComparingInt(letter -> letter.letter().partition())
          .thenComparingLong(letter -> letter.letter().offset());

  private static final List<Column<Rejected>> FIELDS =
      List.of(
          Column.text("letter", letter -> letter.letter().within()),
          Column.text("reason", Rejected::reason),
          Column.text("problem", RejectedListCommand::problem),
          Column.text("key", letter -> letter.key().map(Bytes::text).orElse(null)),
          Column.text("recordedAt", Rejected::recorded),
          Column.text("origin", letter -> letter.hasOrigin() ? letter.origin() : null));

  private static final List<Column<Rejected>> MENDED =
      List.of(
          Column.text("mendedAt", mark(MendedMark::at)),
          Column.text("mendedId", mark(MendedMark::eventId)),
          Column.text("mendedAs", mark(MendedMark::published)));

  private static final Column<Rejected> PROBLEMS =
      Column.number("problems", letter -> letter.problems().size());

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Mixin private LetterFilter filter;
  @Spec private CommandSpec spec;

  @Option(names = "--all", description = "Mended letters too, with when and by what.")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The latest N only; default: all, in a table 200.")
  private Integer limit;

  RejectedListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<WantedId<Rejected>> wanted = filter.wantedIds();
    Predicate<Rejected> chosen = filter.predicate(surroundings.clock());
    Output output = format.to(spec);
    Latest latest = new Latest(most(output.format()));
    try (LetterBox box = new LetterBox(new Cluster(cluster.settings()).view())) {
      box.read(
          letter -> {
            wanted.forEach(id -> id.look(letter));
            if ((all || letter.mended().isEmpty()) && chosen.test(letter)) {
              latest.add(letter.withoutBody());
            }
          });
    }
    output.rows(columns(), latest.letters);
    if (latest.left > 0 && output.format() == Format.TABLE) {
      output.line("(" + latest.left + " earlier letters; --limit, --from, or -o csv)");
    }
    wanted.stream()
        .flatMap(id -> id.remark("letter").stream())
        .forEach(remark -> spec.commandLine().getErr().println("mooring: " + remark));
    return ExitCode.DONE.code();
  }

  private int most(Format as) {
    if (limit != null) {
      return limit;
    }
    return as == Format.TABLE ? TABLE_ROWS : Integer.MAX_VALUE;
  }

  private Columns<Rejected> columns() {
    List<Column<Rejected>> fields = new ArrayList<>(FIELDS);
    fields.add(PROBLEMS);
    fields.addAll(MENDED);
    List<Column<Rejected>> table = new ArrayList<>(FIELDS);
    if (all) {
      table.addAll(3, MENDED.subList(0, 2));
    }
    return new Columns<>(fields, table);
  }

  /** The first problem, and how many more there are. */
  private static String problem(Rejected letter) {
    List<Problem> problems = letter.problems();
    if (problems.isEmpty()) {
      return null;
    }
    String first = problems.getFirst().describe();
    return problems.size() == 1 ? first : first + " (and %d more)".formatted(problems.size() - 1);
  }

  private static Function<Rejected, Object> mark(Function<MendedMark, Object> field) {
    return letter -> letter.mended().map(field).orElse(null);
  }

  /** The latest letters by the time of their rejection. */
  private static final class Latest {

    private final TreeSet<Rejected> letters = new TreeSet<>(BY_TIME);
    private final int most;
    private long left;

    Latest(int most) {
      this.most = most;
    }

    void add(Rejected letter) {
      letters.add(letter);
      if (letters.size() > most) {
        letters.pollFirst();
        left++;
      }
    }
  }
}
