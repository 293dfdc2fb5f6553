package dev.mooring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Product;
import dev.mooring.contract.event.Reason;
import dev.mooring.contract.event.Signal;
import dev.mooring.contract.event.Stance;
import dev.mooring.contract.event.Status;
import dev.mooring.contract.event.Tone;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventValidatorTest {

  @Test
  void shouldFindNothingWrongWithAPlainEvent() {
    assertThat(EventValidator.problems(Samples.opened())).isEmpty();
  }

  @Test
  void shouldTellAllProblemsAtOnce() {
    Event event =
        Samples.of(EventType.APPLICATION_DECIDED)
            .setId("C76111A6-1492-5D4C-ABD0-877B687592FF")
            .setRevision(0)
            .setBank("ZA Bank")
            .setCountry("hk")
            .setSource(" ")
            .setTone(Tone.NEUTRAL)
            .build();

    assertThat(EventValidator.problems(event))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "id", "revision", "bank", "country", "source", "outcome", "tone");
  }

  @Test
  void shouldTellWhatIsMissingOfAnEmptyEvent() {
    assertThat(EventValidator.problems(new Event()))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "id",
            "revision",
            "reportedAt",
            "status",
            "type",
            "occurredAt",
            "precision",
            "reportedPrecision",
            "cityBasis",
            "dateBasis",
            "source",
            "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "za-bank", "7-eleven-bank", "x1"})
  void shouldAcceptASlug(String bank) {
    assertThat(EventValidator.problems(Samples.of(EventType.ACCOUNT_OPENED).setBank(bank).build()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "é", "a/b"})
  void shouldRefuseWhatIsNoSlug(String bank) {
    assertThat(fieldsOf(event -> event.setBank(bank))).containsExactly("bank");
  }

  @Test
  void shouldLimitASlugTo64Characters() {
    assertThat(fieldsOf(event -> event.setFirm("a".repeat(64)))).isEmpty();
    assertThat(fieldsOf(event -> event.setFirm("a".repeat(65)))).containsExactly("firm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c76111a6",
        "c76111a6-1492-5d4c-abd0-877b687592fg",
        "c76111a614925d4cabd0877b687592ff0000",
        "c76111a6-1492-5d4c-abd0-877b687592ff "
      })
  void shouldRefuseWhatIsNoUuid(String id) {
    assertThat(fieldsOf(event -> event.setId(id))).containsExactly("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XX", "UK", "HKG", "", "hk"})
  void shouldRefuseAnUnknownCountry(String country) {
    assertThat(fieldsOf(event -> event.setCountry(country))).containsExactly("country");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example/x?y=1#z", "HTTP://a.example", "http://a_b.example:80"})
  void shouldAcceptAWebAddress(String url) {
    assertThat(fieldsOf(event -> event.setUrl(url))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a.example", "/x", "ftp://a.example", "http:a", "http://", "http://a b"})
  void shouldRefuseWhatIsNoWebAddress(String url) {
    assertThat(fieldsOf(event -> event.setUrl(url))).containsExactly("url");
  }

  @Test
  void shouldCountTextsInCodePoints() {
    assertThat(fieldsOf(event -> event.setNote("\uD83D\uDE00".repeat(1000)))).isEmpty();
    assertThat(fieldsOf(event -> event.setNote("x".repeat(1001)))).containsExactly("note");
    assertThat(fieldsOf(event -> event.setSource("\uD83D\uDE00".repeat(200)))).isEmpty();
    assertThat(fieldsOf(event -> event.setSource("x".repeat(201)))).containsExactly("source");
    assertThat(fieldsOf(event -> event.setUrl("http://a/" + "x".repeat(1991)))).isEmpty();
    assertThat(fieldsOf(event -> event.setUrl("http://a/" + "x".repeat(1992))))
        .containsExactly("url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "a\uDE00", "\uDE00\uD83D", "\uD83Dx"})
  void shouldRefuseASurrogateWithoutItsPartner(String note) {
    assertThat(fieldsOf(event -> event.setNote(note))).containsExactly("note");
  }

  @ParameterizedTest
  @CsvSource({
    "0000-12-31T23:59:59.999Z, INSTANT, false",
    "0001-01-01T00:00:00Z, INSTANT, true",
    "9999-12-31T23:59:59.999Z, INSTANT, true",
    "+10000-01-01T00:00:00Z, INSTANT, false",
    "2023-03-27T09:30:00Z, DAY, false",
    "1923-03-27T00:00:00Z, DAY, true",
    "2023-03-27T00:00:00Z, MONTH, false",
    "2023-03-01T00:00:00.001Z, MONTH, false",
    "1923-03-01T00:00:00Z, MONTH, true"
  })
  void shouldHoldATimeAgainstItsPrecision(Instant time, Precision precision, boolean valid) {
    Event event =
        Samples.of(EventType.ACCOUNT_OPENED).setOccurredAt(time).setPrecision(precision).build();

    assertThat(EventValidator.problems(event).isEmpty()).isEqualTo(valid);
  }

  @Test
  void shouldNeedAPartyOrAPlace() {
    assertThat(fieldsOf(event -> event.setBank(null).setCity(null))).containsExactly("");
    assertThat(fieldsOf(event -> event.setBank(null).setCity(null).setCountry("HK"))).isEmpty();
  }

  @Test
  void shouldRefuseValuesOfANewerSchema() {
    Event event =
        Samples.of(EventType.UNRECOGNISED)
            .setStatus(Status.UNRECOGNISED)
            .setProduct(Product.UNRECOGNISED)
            .build();

    assertThat(EventValidator.unrecognised(event)).containsExactly("status", "type", "product");
    assertThat(EventValidator.problems(event))
        .extracting(Problem::field)
        .containsExactly("status", "type", "product");
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICE_CHANGED, ADDED, true",
    "SERVICE_CHANGED, LIFTED, false",
    "RESTRICTION_CHANGED, LIFTED, true",
    "DORMANCY_CHANGED, LEFT, true",
    "DORMANCY_CHANGED, REMOVED, false",
    "CUSTOMER_PAYMENTS_CHANGED, IMPOSED, true",
    "CUSTOMER_PAYMENTS_CHANGED, ENTERED, false",
    "ACCOUNT_OPENED, ADDED, false"
  })
  void shouldTakeTheChangesOfTheTypeOnly(EventType type, Change change, boolean valid) {
    Event event = Samples.of(type).setChange(change).setProduct(Product.FX).build();

    assertThat(EventValidator.problems(event))
        .extracting(Problem::field)
        .isEqualTo(valid ? List.of() : List.of("change"));
  }

  @ParameterizedTest
  @EnumSource(value = EventType.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNISED")
  void shouldAskForWhatTheTypeRequires(EventType type) {
    Event event = Samples.of(type).build();

    List<String> missing =
        EventRules.of(type).orElseThrow().required().stream()
            .filter(field -> !field.equals("bank"))
            .toList();
    assertThat(EventValidator.problems(event))
        .extracting(Problem::field)
        .containsExactlyInAnyOrderElementsOf(missing);
  }

  @Test
  void shouldLetABankWithdrawFromACountryOnlyByItsCity() {
    Event.Builder withdrew =
        Samples.of(EventType.BANK_WITHDREW).setReason(Reason.BANK_FAILURE).setCountry("HK");

    assertThat(EventValidator.problems(withdrew.build())).isEmpty();
    assertThat(EventValidator.problems(withdrew.setCity(null).build()))
        .extracting(Problem::field)
        .containsExactly("country");
    assertThat(EventValidator.problems(withdrew.setCountry(null).setFirm("osl").build()))
        .extracting(Problem::field)
        .containsExactly("firm");
  }

  @Test
  void shouldKeepFieldsToTheirTypes() {
    assertThat(fieldsOf(event -> event.setOutcome(Outcome.APPROVED))).containsExactly("outcome");
    assertThat(fieldsOf(event -> event.setReason(Reason.OTHER))).containsExactly("reason");
    assertThat(fieldsOf(event -> event.setNoticeDays(3))).containsExactly("noticeDays");
    assertThat(fieldsOf(event -> event.setStance(Stance.PILOT))).containsExactly("stance");
    assertThat(fieldsOf(event -> event.setSignal(Signal.RULE))).containsExactly("signal");
    assertThat(fieldsOf(event -> event.setProduct(Product.FX))).isEmpty();
  }

  @Test
  void shouldBoundNumbers() {
    assertThat(fieldsOf(event -> event.setSubjects(0))).containsExactly("subjects");
    Event.Builder exit = Samples.of(EventType.EXIT_NOTIFIED).setNoticeDays(-1);
    assertThat(EventValidator.problems(exit.build()))
        .extracting(Problem::describe)
        .containsExactly("noticeDays '-1' should be 0 or more");
  }

  private static List<String> fieldsOf(Consumer<Event.Builder> change) {
    Event.Builder builder = Samples.of(EventType.ACCOUNT_OPENED);
    change.accept(builder);
    return EventValidator.problems(builder.build()).stream().map(Problem::field).toList();
  }
}
