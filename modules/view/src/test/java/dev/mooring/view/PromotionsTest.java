package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromotionsTest {

  private static final String BANKS = Topics.BANKS.name();
  private static final String ENDS = BANKS + ":0:10," + BANKS + ":1:10";

  private final Promotions promotions = new Promotions();
  private final List<String> shown = new ArrayList<>();
  private long offset;

  @Test
  void shouldLetUnmarkedRowsGoOn() {
    take("dbs", "1", null);

    assertThat(shown).containsExactly("dbs=1");
  }

  @Test
  void shouldHoldAPromotionUntilItsLaneRecordAndItsEndsWereRead() {
    take("dbs", "1", "p");
    take("za-bank", "2", "p");
    reached(10, 10);
    assertThat(shown).isEmpty();

    promotions.announced("p", Position.parse(ENDS));
    reached(10, 9);
    assertThat(shown).isEmpty();

    reached(10, 10);
    assertThat(shown).containsExactly("dbs=1", "za-bank=2");
    assertThat(promotions.isEmpty()).isTrue();
  }

  @Test
  void shouldNotAskForPartitionsThatAreNotRead() {
    take("dbs", "1", "p");
    promotions.announced("p", Position.parse(ENDS + ",elsewhere:0:5"));

    reached(10, 10);

    assertThat(shown).containsExactly("dbs=1");
  }

  @Test
  void shouldKeepTheRecordsOfAKeyInTheirOrder() {
    take("dbs", "1", "p");
    take("dbs", "2", null);
    take("za-bank", "3", null);
    assertThat(shown).containsExactly("za-bank=3");

    promotions.announced("p", Position.parse(ENDS));
    reached(10, 10);

    assertThat(shown).containsExactly("za-bank=3", "dbs=1", "dbs=2");
  }

  @Test
  void shouldNotLetALaterPromotionBeOvertaken() {
    take("dbs", "1", "p");
    take("za-bank", "2", "p");
    take("dbs", "3", "q");
    take("hsbc", "4", "q");

    promotions.announced("q", Position.parse(ENDS));
    reached(10, 10);

    assertThat(shown).containsExactly("dbs=1", "dbs=3", "hsbc=4");
    assertThat(promotions.unannounced()).containsExactly("p");
  }

  @Test
  void shouldLetGoOfAFormerPromotion() {
    take("dbs", "1", "p");
    take("dbs", "2", null);

    promotions.release("p", this::show);
    take("za-bank", "3", "p");

    assertThat(shown).containsExactly("dbs=1", "dbs=2", "za-bank=3");
  }

  @Test
  void shouldShowNoFurtherThanTheFirstRowThatIsHeldBack() {
    take("dbs", "1", null);
    take("dbs", "2", "p");
    take("dbs", "3", null);
    Position read = Position.parse(BANKS + ":0:3," + BANKS + ":1:7");

    assertThat(promotions.shown(read)).hasToString(BANKS + ":0:1," + BANKS + ":1:7");
  }

  @Test
  void shouldSayWhatItWaitsFor() {
    take("dbs", "1", "p");
    take("dbs", "2", "q");
    promotions.announced("q", Position.parse(ENDS));

    assertThat(promotions.waitsFor(Position.parse(BANKS + ":0:10," + BANKS + ":1:9")))
        .isEqualTo("promotion q ends at " + BANKS + ":1:10; the lane record of promotion p");
  }

  private void take(String key, String value, String promotion) {
    RawRow row = new RawRow(Topics.BANKS, 0, offset++, key.getBytes(UTF_8), value.getBytes(UTF_8));
    promotions.take(row, promotion, this::show);
  }

  private void reached(long first, long second) {
    promotions.reached(
        Position.parse(BANKS + ":0:" + first + "," + BANKS + ":1:" + second), this::show);
  }

  private void show(RawRow row) {
    shown.add(new String(row.key, UTF_8) + "=" + new String(row.value, UTF_8));
  }
}
