package dev.mooring.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The contents of a dossier by slot, and where to find them. Few are searched one after the other,
 * which costs no memory; many are indexed.
 */
final class ContentIndex {

  private static final int FEW = 32;

  private final List<Content> slots = new ArrayList<>(4);
  private Map<UUID, Integer> slotsOfEvents;
  private Set<Content> known;

  List<Content> slots() {
    return slots;
  }

  void append(Content content) {
    slots.add(content);
    if (known != null) {
      index(slots.size() - 1);
    }
  }

  /** Leaves a stub in the place of a fact that no longer stands. */
  void supersede(int slot) {
    slots.set(slot, Content.Superseded.of(slots.get(slot)));
  }

  /** Whether the same content is there. */
  boolean contains(Content content) {
    if (indexed()) {
      return known.contains(Content.Superseded.of(content));
    }
    for (Content other : slots) {
      if (content.sameContent(other)) {
        return true;
      }
    }
    return false;
  }

  /** The slot of the fact that stands for an event; -1 when there is none. */
  int slotOfEvent(Content event) {
    if (indexed()) {
      return slotsOfEvents.getOrDefault(new UUID(event.idHigh(), event.idLow()), -1);
    }
    for (int slot = 0; slot < slots.size(); slot++) {
      if (slots.get(slot) instanceof Fact fact && fact.sameEvent(event)) {
        return slot;
      }
    }
    return -1;
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
