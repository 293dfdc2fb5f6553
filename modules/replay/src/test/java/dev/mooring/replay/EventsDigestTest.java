package dev.mooring.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Status;
import dev.mooring.metrics.oracle.RandomHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventsDigestTest {

  private static final List<Event> HISTORY = new RandomHistory(5).take(3_000);

  @Test
  void shouldBeTheSameForTheSameSetOfEvents() {
    // given
    List<Event> shuffled = new ArrayList<>(HISTORY);
    shuffled.addAll(HISTORY.subList(0, 1_500));
    Collections.shuffle(shuffled, new Random(1));

    // when
    EventsDigest whole = of(shuffled.subList(0, 2_000));
    whole.addAll(of(shuffled.subList(2_000, shuffled.size())));

    // then
    assertThat(whole.hex()).isEqualTo(of(HISTORY).hex()).matches("[0-9a-f]{64}");
    assertThat(whole.size()).isEqualTo(new HashSet<>(HISTORY).size());
  }

  @Test
  void shouldBeAnotherWhenOneEventIsMissingOrSaysAnythingElse() {
    // given
    Event first = HISTORY.getFirst();
    Status other = first.getStatus() == Status.DISPUTED ? Status.REPORTED : Status.DISPUTED;
    Event disputed = Event.newBuilder(first).setStatus(other).build();
    Event noted = Event.newBuilder(first).setNote("another note").build();
    List<Event> rest = HISTORY.stream().filter(event -> !event.equals(first)).toList();

    // then
    assertThat(List.of(of(rest).hex(), of(rest, disputed).hex(), of(rest, noted).hex()))
        .doesNotContain(of(HISTORY).hex())
        .doesNotHaveDuplicates();
  }

  /** So that no change of this class goes unseen: digests are kept beside archives. */
  @Test
  void shouldStayWhatItIs() {
    assertThat(new EventsDigest().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(of(HISTORY.subList(0, 10)).hex())
        .isEqualTo("d38ce25f842461452ab8cc1fa8172b8914484983a5a640410261c3e812255440");
  }

  private static EventsDigest of(List<Event> events, Event... further) {
    EventsDigest digest = new EventsDigest();
    events.forEach(digest::add);
    List.of(further).forEach(digest::add);
    return digest;
  }
}
