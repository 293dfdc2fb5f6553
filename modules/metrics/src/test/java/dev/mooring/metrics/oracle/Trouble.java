package dev.mooring.metrics.oracle;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What can be odd about the contents of one event. */
final class Trouble {

  static final Set<String> ALL =
      Set.of(
          "revised",
          "disputed",
          "retracted",
          "stands again",
          "amended city",
          "amended time",
          "amended type",
          "repeated",
          "contradicted in one report",
          "contradicted in another report",
          "differs in the note only",
          "unnamed bank",
          "unnamed firm",
          "country only",
          "withdrawal from a city",
          "withdrawal from everywhere",
          "withdrawal taken back",
          "same id under another key");

  private Trouble() {}

  static Set<String> among(List<Event> contents) {
    Set<String> met = new HashSet<>();
    contents.forEach(event -> ofOne(event, met));
    for (Event one : contents) {
      for (Event other : contents) {
        ofTwo(one, other, met);
      }
    }
    if (new HashSet<>(contents).size() < contents.size()) {
      met.add("repeated");
    }
    return met;
  }

  private static void ofOne(Event event, Set<String> met) {
    note(met, event.getStatus() == Status.DISPUTED, "disputed");
    note(met, event.getStatus() == Status.RETRACTED, "retracted");
    note(met, event.getBank() == null, "unnamed bank");
    note(met, event.getFirm() == null, "unnamed firm");
    note(met, event.getCity() == null && event.getCountry() != null, "country only");
    if (event.getType() == EventType.BANK_WITHDREW) {
      note(met, event.getCity() != null, "withdrawal from a city");
      note(met, event.getCity() == null, "withdrawal from everywhere");
      note(met, event.getStatus() == Status.RETRACTED, "withdrawal taken back");
    }
  }

  private static void ofTwo(Event one, Event other, Set<String> met) {
    if (one.getRevision() < other.getRevision()) {
      met.add("revised");
      note(met, !Law.stands(one) && Law.stands(other), "stands again");
      note(met, !Objects.equals(one.getCity(), other.getCity()), "amended city");
      note(met, !one.getOccurredAt().equals(other.getOccurredAt()), "amended time");
      note(met, one.getType() != other.getType(), "amended type");
    } else if (one.getRevision() == other.getRevision() && !one.equals(other)) {
      boolean sameReport = one.getReportedAt().equals(other.getReportedAt());
      note(met, sameReport, "contradicted in one report");
      note(met, !sameReport, "contradicted in another report");
      Event sameNote = Event.newBuilder(one).setNote(other.getNote()).build();
      note(met, sameNote.equals(other), "differs in the note only");
    }
  }

  private static void note(Set<String> met, boolean isSo, String what) {
    if (isSo) {
      met.add(what);
    }
  }
}
