package dev.mooring.cli.command;

import dev.mooring.contract.Suggestions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An id that is asked for, and those that there are: one of which there is nothing may be right, or
 * a slip of the pen.
 */
final class WantedId<T> {

  private final String kind;
  private final String wanted;
  private final Function<T, String> idOf;
  private final Set<String> others = new HashSet<>();
  private boolean found;

  /**
   * @param kind bank, firm or city
   * @param wanted the id that is asked for; null when none is
   * @param idOf the id of this kind that a row or event bears; null for none
   */
  WantedId(String kind, String wanted, Function<T, String> idOf) {
    this.kind = kind;
    this.wanted = wanted;
    this.idOf = idOf;
  }

  boolean isAskedFor() {
    return wanted != null;
  }

  /** Takes note of what there is. */
  void look(T at) {
    String id = idOf.apply(at);
    if (found || wanted == null || id == null) {
      return;
    }
    found = wanted.equalsIgnoreCase(id);
    others.add(id);
  }

  /**
   * What to tell when there is nothing of the id.
   *
   * @param noun what there is none of: event, mooring
   */
  Optional<String> remark(String noun) {
    return found || wanted == null
        ? Optional.empty()
        : Optional.of(
            "no %ss of %s '%s'%s"
                .formatted(noun, kind, wanted, Suggestions.didYouMean(wanted, others)));
  }
}
