package dev.mooring.publisher;

import dev.mooring.contract.Suggestions;
import dev.mooring.contract.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Notices ids of banks, firms and cities that are new and close to known ones: slips of the pen,
 * perhaps. Banks and firms need no registration, so this is for a person to look at, and refuses
 * nothing. What was published before in the same run is known too.
 */
public final class NewIds {

  /** Where so much is new, what is known is no measure for it, and looking would take long. */
  private static final int MOST_LOOKED_AT = 300;

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Kind banks;
  private final Kind firms;
  private final Kind cities;

  /** Measures by the known ids. Each new one is told of once. */
  public NewIds(Collection<String> banks, Collection<String> firms, Collection<String> cities) {
    this.banks = new Kind("bank", banks);
    this.firms = new Kind("firm", firms);
    this.cities = new Kind("city", cities);
  }

  /** What there is to say about the ids of an event; nothing, most of the time. */
  public List<String> notice(Event event) {
    List<String> remarks = new ArrayList<>(0);
    banks.notice(event.getBank(), remarks);
    firms.notice(event.getFirm(), remarks);
    cities.notice(event.getCity(), remarks);
    return remarks;
  }

  /** The ids of one kind. */
  private static final class Kind {

    private final String name;
    private final Set<String> known;
    private int lookedAt;

    Kind(String name, Collection<String> known) {
      this.name = name;
      this.known = new HashSet<>(known);
    }

    void notice(String id, List<String> remarks) {
      if (id == null || lookedAt == MOST_LOOKED_AT || known.contains(id)) {
        return;
      }
      lookedAt++;
      List<String> near =
          Suggestions.nearest(id, known).stream()
              .filter(other -> !differsInNumberOnly(id, other))
              .toList();
      known.add(id);
      if (!near.isEmpty()) {
        remarks.add("%s %s is new; near it: %s".formatted(name, id, String.join(", ", near)));
      }
    }

    /** Who numbers ids means another one by another number. */
    private static boolean differsInNumberOnly(String id, String other) {
      return withoutNumbers(id).equals(withoutNumbers(other));
    }

    private static String withoutNumbers(String id) {
      return NUMBER.matcher(id).replaceAll("#");
    }
  }
}
