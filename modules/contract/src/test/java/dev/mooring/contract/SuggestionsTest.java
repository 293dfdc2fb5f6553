package dev.mooring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

  private static final List<String> CITIES =
      List.of(
          "hong-kong", "singapore", "zug", "zurich", "frankfurt-am-main", "london", "sao-paulo");

  @ParameterizedTest
  @CsvSource({
    "hongkong, hong-kong",
    "Hong Kong, hong-kong",
    "HONG_KONG, hong-kong",
    "singapur, singapore",
    "Zürich, zurich",
    "frankfurt, frankfurt-am-main",
    "são paulo, sao-paulo",
    "lodnon, london"
  })
  void shouldSuggestWhatWasMeant(String word, String meant) {
    assertThat(Suggestions.nearest(word, CITIES)).first().isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"tokyo", "x", "''", "z"})
  void shouldNotSuggestWhatIsFar(String word) {
    assertThat(Suggestions.nearest(word, CITIES)).isEmpty();
  }

  @Test
  void shouldSuggestTheNearestFirstAndThreeAtMost() {
    assertThat(Suggestions.nearest("bank-a", List.of("bank-dd", "bank-c", "bank-b", "bank-aa")))
        .containsExactly("bank-aa", "bank-b", "bank-c");
  }

  @Test
  void shouldEndAMessage() {
    assertThat(Suggestions.didYouMean("zugg", CITIES)).isEqualTo(": did you mean zug?");
    assertThat(Suggestions.didYouMean("tokyo", CITIES)).isEmpty();
  }
}
