package dev.mooring.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewIdsTest {

  private final NewIds newIds =
      new NewIds(List.of("za-bank", "dbs"), List.of("hashkey"), List.of("hong-kong"));

  @Test
  void shouldPointOutAnIdThatIsNewAndNearAKnownOneOnce() {
    assertThat(newIds.notice(event("za-bnk", "hashkey")))
        .containsExactly("bank za-bnk is new; near it: za-bank");
    assertThat(newIds.notice(event("za-bnk", "hashkey"))).isEmpty();
  }

  @Test
  void shouldKeepSilentAboutKnownIdsAndNewOnesFarFromAll() {
    assertThat(newIds.notice(event("dbs", "hashkey"))).isEmpty();
    assertThat(newIds.notice(event("first-national", "kraken"))).isEmpty();
  }

  @Test
  void shouldMeasureByWhatWasPublishedBeforeInTheSameRun() {
    newIds.notice(event("first-national", "hashkey"));

    assertThat(newIds.notice(event("first-nationl", "hashkey")))
        .containsExactly("bank first-nationl is new; near it: first-national");
    assertThat(newIds.notice(event("first-national", "hashkey"))).isEmpty();
  }

  @Test
  void shouldTakeIdsThatDifferInTheirNumberForDifferentOnes() {
    newIds.notice(event("bank-1", "hashkey"));

    assertThat(newIds.notice(event("bank-2", "hashkey"))).isEmpty();
    assertThat(newIds.notice(event("bnk-2", "hashkey")))
        .containsExactly("bank bnk-2 is new; near it: bank-2, bank-1");
  }

  @Test
  void shouldPointOutACityThatIsTakenThoughUnknown() {
    assertThat(newIds.notice(event("dbs", "hashkey", "hongkong")))
        .containsExactly("city hongkong is new; near it: hong-kong");
  }

  private static Event event(String bank, String firm) {
    return event(bank, firm, "hong-kong");
  }

  private static Event event(String bank, String firm, String city) {
    String json =
        """
        {"id":"32058834-5a65-51cf-9988-647ae43b5e12","type":"ACCOUNT_OPENED","bank":"%s",
        "firm":"%s","city":"%s","occurredAt":"2023-04-11","source":"a test"}
        """
            .formatted(bank, firm, city);
    return ((EventReading.Read) EventJson.read(json)).event();
  }
}
