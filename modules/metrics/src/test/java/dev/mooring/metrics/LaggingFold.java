package dev.mooring.metrics;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.event.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.avro.specific.SpecificRecord;

/** A fold in which withdrawals reach the relationships of their bank only when they are let. */
final class LaggingFold {

  private final MemoryFold fold = new MemoryFold();
  private final Deque<Runnable> onTheirWay = new ArrayDeque<>();

  void add(Event event) {
    fold.add(Parties.of(event), Fact.of(event, Fingerprint.of(event)), new Lagging());
  }

  /** The first withdrawal that is on its way arrives; none does when there is none. */
  void arrive() {
    if (!onTheirWay.isEmpty()) {
      onTheirWay.poll().run();
    }
  }

  void settle() {
    while (!onTheirWay.isEmpty()) {
      arrive();
    }
  }

  Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows() {
    return fold.rows();
  }

  private final class Lagging implements Effects {

    private final Effects to = fold.effects();

    @Override
    public Tallies tallies() {
      return to.tallies();
    }

    @Override
    public void mooring(Parties pair, String city, MooringState state) {
      to.mooring(pair, city, state);
    }

    @Override
    public void stance(Parties parties, StanceKey key, Fact last) {
      to.stance(parties, key, last);
    }

    @Override
    public void withdrew(String bank, Fact withdrawal) {
      onTheirWay.add(() -> to.withdrew(bank, withdrawal));
    }

    @Override
    public void withdrewNot(String bank, Content withdrawal) {
      onTheirWay.add(() -> to.withdrewNot(bank, withdrawal));
    }
  }
}
