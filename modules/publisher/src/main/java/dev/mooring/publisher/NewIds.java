package dev.mooring.publisher;

import dev.mooring.contract.Suggestions;
import dev.mooring.contract.event.Event;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Notices ids of banks and firms that are new and close to known ones: slips of the pen, perhaps.
 * Banks and firms need no registration, so this is for a person to look at, and refuses nothing.
 */
public final class NewIds {

  /** Where so much is new, what is known is no measure for it, and looking would take long. */
  private static final int MOST_LOOKED_AT = 1_000;

  private final Party banks;
  private final Party firms;

  /** Measures by the known ids. Each new one is told of once. */
  public NewIds(Collection<String> banks, Collection<String> firms) {
    this.banks = new Party("bank", Set.copyOf(banks), new HashSet<>());
    this.firms = new Party("firm", Set.copyOf(firms), new HashSet<>());
  }

  /** What there is to say about the parties of an event; nothing, most of the time. */
  public List<String> notice(Event event) {
    return Stream.concat(banks.notice(event.getBank()), firms.notice(event.getFirm())).toList();
  }

  /** The ids of one kind. */
  private record Party(String kind, Set<String> known, Set<String> lookedAt) {

    Stream<String> notice(String id) {
      if (id == null
          || known.contains(id)
          || lookedAt.size() >= MOST_LOOKED_AT
          || !lookedAt.add(id)) {
        return Stream.of();
      }
      List<String> near = Suggestions.nearest(id, known);
      return near.isEmpty()
          ? Stream.of()
          : Stream.of("%s %s is new; near it: %s".formatted(kind, id, String.join(", ", near)));
    }
  }
}
