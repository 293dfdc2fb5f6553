package dev.mooring.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Contents as objects. Few are searched one after the other, which costs no memory; many are
 * indexed.
 */
public final class IndexedContents implements Contents {

  private static final int FEW = 32;

  private final List<Content> slots = new ArrayList<>(4);
  private Map<UUID, Integer> slotsOfEvents;
  private Set<Content> known;

  /** The contents, slot by slot. Not to be changed by the caller. */
  public List<Content> slots() {
    return slots;
  }

  @Override
  public int size() {
    return slots.size();
  }

  @Override
  public int find(Content content) {
    return indexed() ? lookUp(content) : search(content);
  }

  @Override
  public Fact fact(int slot) {
    return (Fact) slots.get(slot);
  }

  @Override
  public void append(Content content) {
    slots.add(content);
    if (known != null) {
      index(slots.size() - 1);
    }
  }

  @Override
  public void supersede(int slot) {
    slots.set(slot, Content.Superseded.of(slots.get(slot)));
  }

  @Override
  public void forEachFact(Consumer<Fact> visitor) {
    for (Content content : slots) {
      if (content instanceof Fact fact) {
        visitor.accept(fact);
      }
    }
  }

  private int search(Content content) {
    int found = ABSENT;
    for (int slot = 0; slot < slots.size(); slot++) {
      Content other = slots.get(slot);
      if (other.sameEvent(content)) {
        if (other.sameContent(content)) {
          return REPEATED;
        }
        found = other instanceof Fact ? slot : found;
      }
    }
    return found;
  }

  private int lookUp(Content content) {
    return known.contains(Content.Superseded.of(content))
        ? REPEATED
        : slotsOfEvents.getOrDefault(new UUID(content.idHigh(), content.idLow()), ABSENT);
  }

  private boolean indexed() {
    if (known == null && slots.size() > FEW) {
      known = new HashSet<>();
      slotsOfEvents = new HashMap<>();
      for (int slot = 0; slot < slots.size(); slot++) {
        index(slot);
      }
    }
    return known != null;
  }

  private void index(int slot) {
    Content content = slots.get(slot);
    known.add(Content.Superseded.of(content));
    if (content instanceof Fact fact) {
      slotsOfEvents.put(fact.id(), slot);
    }
  }
}
