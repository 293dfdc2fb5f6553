package dev.mooring.benchmarks.history;

import dev.mooring.contract.event.Event;

/** What a history has still to come. */
sealed interface Task {

  /** A report that is written and waits for its time. */
  record Report(Event event) implements Task {}

  /** A bank and a firm between two steps. */
  final class Relationship implements Task {
    final int bank;
    final String firm;
    final City city;

    /** Where some of it happens too; null for most. */
    final City elsewhere;

    Step step;
    long occurs;

    Relationship(int bank, String firm, City city, City elsewhere, Step step, long occurs) {
      this.bank = bank;
      this.firm = firm;
      this.city = city;
      this.elsewhere = elsewhere;
      this.step = step;
      this.occurs = occurs;
    }
  }
}
