package dev.mooring.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewIdsTest {

  private final NewIds newIds = new NewIds(List.of("za-bank", "dbs"), List.of("hashkey"));

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
  void shouldNotMeasureNewIdsByEachOther() {
    newIds.notice(event("first-national", "hashkey"));

    assertThat(newIds.notice(event("first-nationl", "hashkey"))).isEmpty();
  }

  private static Event event(String bank, String firm) {
    String json =
        """
        {"id":"32058834-5a65-51cf-9988-647ae43b5e12","type":"ACCOUNT_OPENED","bank":"%s",
        "firm":"%s","city":"hong-kong","occurredAt":"2023-04-11","source":"a test"}
        """
            .formatted(bank, firm);
    return ((EventReading.Read) EventJson.read(json)).event();
  }
}
