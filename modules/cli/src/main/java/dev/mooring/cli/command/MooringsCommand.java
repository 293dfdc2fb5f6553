package dev.mooring.cli.command;

import dev.mooring.cli.cluster.Cluster;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.view.Table;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who is moored where. */
@Command(
    name = "moorings",
    mixinStandardHelpOptions = true,
    description = "Who is moored where: each bank and firm, city by city.",
    footer = {
      "",
      "Examples:",
      "  mooring moorings --city hong-kong --account open",
      "  mooring moorings --bank za-bank -o csv"
    })
public final class MooringsCommand implements Callable<Integer> {

  /** The states of an account. */
  enum Account {
    NONE,
    OPEN,
    DORMANT,
    CLOSED
  }

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Mixin private SettledOption settled;
  @Spec private CommandSpec spec;

  @Option(names = "--bank", paramLabel = "ID", description = "Moorings of this bank.")
  private String bank;

  @Option(names = "--firm", paramLabel = "ID", description = "Moorings of this firm.")
  private String firm;

  @Option(names = "--city", paramLabel = "ID", description = "Moorings in this city.")
  private String city;

  @Option(
      names = "--account",
      paramLabel = "STATE",
      description = "Moorings whose account is in this state: ${COMPLETION-CANDIDATES}.")
  private Account account;

  @Override
  public Integer call() {
    Cluster target = new Cluster(cluster.settings());
    settled.await(target);
    Table<MooringRow> all = target.read(List.of(Topics.MOORINGS)).moorings();
    if (bank == null && firm == null && city == null && account == null) {
      format.to(spec).table(RowTables.MOORINGS, all);
      return 0;
    }
    List<MooringRow> rows = all.values().toList();
    List<MooringRow> chosen = rows.stream().filter(this::isChosen).toList();
    format.to(spec).rows(RowTables.MOORINGS, chosen);
    if (chosen.isEmpty()) {
      remarkOnSlip(new WantedId<>("bank", bank, MooringRow::getBank), rows);
      remarkOnSlip(new WantedId<>("firm", firm, MooringRow::getFirm), rows);
      remarkOnSlip(new WantedId<>("city", city, MooringRow::getCity), rows);
    }
    return 0;
  }

  private void remarkOnSlip(WantedId<MooringRow> wanted, Collection<MooringRow> rows) {
    rows.forEach(wanted::look);
    wanted
        .remark("mooring")
        .ifPresent(remark -> spec.commandLine().getErr().println("mooring: " + remark));
  }

  private boolean isChosen(MooringRow row) {
    return matches(bank, row.getBank())
        && matches(firm, row.getFirm())
        && matches(city, row.getCity())
        && matches(account == null ? null : account.name(), row.getAccount());
  }

  private static boolean matches(String wanted, String found) {
    return wanted == null || wanted.equalsIgnoreCase(found);
  }
}
