package dev.mooring.cli.command;

import dev.mooring.cli.rejected.Bytes;
import dev.mooring.contract.EventKey;
import dev.mooring.topology.intake.RejectReason;
import dev.mooring.view.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options by which dead letters are chosen; those that are not given choose all. */
final class LetterFilter {

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Letters of this reason: ${COMPLETION-CANDIDATES}.")
  private RejectReason reason;

  @Option(names = "--bank", paramLabel = "ID", description = "Letters whose key names this bank.")
  private String bank;

  @Option(names = "--firm", paramLabel = "ID", description = "Letters whose key names this firm.")
  private String firm;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Rejected then or later: instant, date, month, or 3d, 12h ago.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Rejected until then; of a date or month to its end.")
  private String to;

  RejectReason reason() {
    return reason;
  }

  boolean isGiven() {
    return Stream.of(reason, bank, firm, from, to).anyMatch(option -> option != null);
  }

  /** Looks out for the ids that are asked for, in all letters that are read. */
  List<WantedId<Rejected>> wantedIds() {
    return Stream.of(
            new WantedId<Rejected>("bank", bank, letter -> party(letter, 0)),
            new WantedId<Rejected>("firm", firm, letter -> party(letter, 1)))
        .filter(WantedId::isAskedFor)
        .toList();
  }

  /** Whether a letter is chosen. */
  Predicate<Rejected> predicate(Clock clock) {
    Instant first = from == null ? Instant.MIN : TimeOption.parse("--from", from, clock).start();
    Instant end = to == null ? Instant.MAX : TimeOption.parse("--to", to, clock).end();
    return letter ->
        (reason == null || letter.reason().equals(reason.name()))
            && matches(bank, party(letter, 0))
            && matches(firm, party(letter, 1))
            && !letter.recorded().isBefore(first)
            && (letter.recorded().isBefore(end) || letter.recorded().equals(first));
  }

  /** A part of the key; null when it has none. */
  private static String party(Rejected letter, int part) {
    String[] parts = letter.key().map(Bytes::text).orElse("").split("/", -1);
    return parts.length == 2 && !parts[part].equals(EventKey.NONE) ? parts[part] : null;
  }

  private static boolean matches(String wanted, String found) {
    return wanted == null || wanted.equalsIgnoreCase(found);
  }
}
