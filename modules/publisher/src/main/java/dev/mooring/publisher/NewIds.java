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

  private final Party banks;
  private final Party firms;

  /** Starts from the known ids; ids that are noticed count as known from then on. */
  public NewIds(Collection<String> banks, Collection<String> firms) {
    this.banks = new Party("bank", banks);
    this.firms = new Party("firm", firms);
  }

  /** What there is to say about the parties of an event; nothing, most of the time. */
  public List<String> notice(Event event) {
    return Stream.concat(banks.notice(event.getBank()), firms.notice(event.getFirm())).toList();
  }

  /** The ids of one kind. */
  private record Party(String kind, Set<String> known) {

    Party(String kind, Collection<String> known) {
      this(kind, new HashSet<>(known));
    }

    Stream<String> notice(String id) {
      if (id == null || known.contains(id)) {
        return Stream.of();
      }
      List<String> near = Suggestions.nearest(id, known);
      known.add(id);
      return near.isEmpty()
          ? Stream.of()
          : Stream.of("%s %s is new; near it: %s".formatted(kind, id, String.join(", ", near)));
    }
  }
}
