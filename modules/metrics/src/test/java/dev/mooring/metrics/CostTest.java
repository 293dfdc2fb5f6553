package dev.mooring.metrics;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static dev.mooring.metrics.oracle.EventBuilder.revisionOf;
import static dev.mooring.metrics.oracle.EventBuilder.sameAs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.metrics.oracle.EventBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What one more event costs in a relationship that has few or many already, counted in steps rather
 * than measured in time. Accounts open and close by turns here, so that every step from one fact to
 * the next is told as a flow.
 */
class CostTest {

  private static final LocalDate FIRST = LocalDate.parse("1990-01-01");

  /** The state is remembered before every so many facts: most that is gone over again. */
  private static final int STRIDE = 64;

  private final List<Flows.Kind> steps = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {10, 10_000})
  void shouldTakeOneStepForAFactAtTheEnd(int size) {
    Timeline timeline = timeline(size);

    replace(timeline, null, fact(size));

    assertThat(steps).hasSize(1);
  }

  /** Those behind the new one are taken away and told anew, and the way to it is gone over. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 100, 9_000})
  void shouldTakeStepsByTheDistanceFromTheEnd(int behind) {
    int size = 10_000;
    Timeline timeline = timeline(size);
    Fact between = fact(turn(size - behind - 1).id("between").build());

    replace(timeline, null, between);

    assertThat(steps).hasSizeBetween(2 * behind, 2 * (behind + 1) + STRIDE);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 10_000})
  void shouldTakeFewStepsToAmendTheLastFact(int size) {
    Timeline timeline = timeline(size);
    Fact amended = fact(revisionOf(turn(size - 1).build()).note("amended").build());

    replace(timeline, fact(size - 1), amended);

    assertThat(steps).hasSizeBetween(2, 2 + STRIDE);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 10_000})
  void shouldTouchNothingForARepeatOrASupersededRevision(int size) {
    Dossier dossier = dossier(size);
    Event superseded = sameAs(turn(size / 2).build()).note("other").build();
    Event standing = revisionOf(superseded).build();
    Touches touches = new Touches();
    dossier.add(fact(standing), touches);
    touches.forget();

    assertThat(dossier.add(fact(standing), touches)).isEqualTo(Dossier.Verdict.DUPLICATE);
    assertThat(dossier.add(fact(superseded), touches)).isEqualTo(Dossier.Verdict.SUPERSEDED);

    assertThat(touches.isNone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 10_000})
  void shouldTouchOneMooringForAnEventAtTheEnd(int size) {
    Dossier dossier = dossier(size);
    Touches touches = new Touches();

    dossier.add(fact(size), touches);

    assertThat(touches.moorings()).containsExactly("zug");
    assertThat(touches.tallies().size()).as("the bank's and the city's").isEqualTo(2);
  }

  /** All facts are asked for only when they must be placed anew. */
  @ParameterizedTest
  @ValueSource(ints = {10, 10_000})
  void shouldNotPlaceFactsAnewForOneMoreInAKnownCity(int size) {
    Moorings moorings = new Moorings(new Parties("dbs", "osl"), Withdrawals.NONE);
    moorings.load(facts(size));

    moorings.replace(
        null,
        fact(size),
        () -> {
          throw new AssertionError("all facts were asked for");
        },
        new Touches());
  }

  private void replace(Timeline timeline, Fact old, Fact fact) {
    steps.clear();
    timeline.replace(old, fact, this::step, this::step);
  }

  private void step(Flows.Kind kind, Fact cause) {
    steps.add(kind);
  }

  private Timeline timeline(int size) {
    Timeline timeline = new Timeline(this::step);
    timeline.load(facts(size));
    assertThat(steps).as("a step a fact").hasSize(size);
    return timeline;
  }

  private static Dossier dossier(int size) {
    Dossier dossier = new Dossier(new Parties("dbs", "osl"), Withdrawals.NONE);
    facts(size).forEach(fact -> dossier.add(fact, new Touches()));
    return dossier;
  }

  private static List<Fact> facts(int size) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      facts.add(fact(i));
    }
    return facts;
  }

  private static Fact fact(int day) {
    return fact(turn(day).build());
  }

  private static EventBuilder turn(int day) {
    return event()
        .id(day)
        .pair("dbs", "osl")
        .city("zug")
        .type(day % 2 == 0 ? EventType.ACCOUNT_OPENED : EventType.RELATIONSHIP_CLOSED)
        .on(FIRST.plusDays(day).toString());
  }

  private static Fact fact(Event event) {
    return Fact.of(event, Fingerprint.of(event));
  }

  /** What a dossier touches beyond itself. */
  private static final class Touches implements Effects {

    private final Tallies tallies = new Tallies();
    private final List<String> moorings = new ArrayList<>();
    private boolean asked;

    boolean isNone() {
      return !asked && moorings.isEmpty();
    }

    List<String> moorings() {
      return moorings;
    }

    void forget() {
      asked = false;
      moorings.clear();
    }

    @Override
    public Tallies tallies() {
      asked = true;
      return tallies;
    }

    @Override
    public void mooring(Parties pair, String city, MooringState state) {
      moorings.add(city);
    }

    @Override
    public void stance(Parties parties, StanceKey key, Fact last) {
      throw new AssertionError("no event here is of a stance");
    }

    @Override
    public void withdrew(String bank, Fact withdrawal) {
      throw new AssertionError("no bank withdraws here");
    }

    @Override
    public void withdrewNot(String bank, Content withdrawal) {
      throw new AssertionError("no bank withdraws here");
    }
  }
}
