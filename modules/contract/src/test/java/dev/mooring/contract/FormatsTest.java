package dev.mooring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormatsTest {

  @Property(tries = 2000)
  void shouldTakeForAPlainWebAddressOnlyWhatIsOne(@ForAll("addresses") String text) {
    if (Formats.isPlainWebAddress(text)) {
      assertThat(Formats.isWebAddressByUri(text)).isTrue();
    }
    assertThat(Formats.isWebAddress(text)).isEqualTo(Formats.isWebAddressByUri(text));
  }

  @Property
  void shouldTakeForWellFormedWhatUtf8Keeps(@ForAll String text) {
    String back = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    assertThat(Formats.isWellFormed(text)).isEqualTo(back.equals(text));
  }

  @Property
  void shouldTakeForASlugWhatThePatternOfTheContractTakes(@ForAll("slugs") String text) {
    boolean slug = text.length() <= 64 && text.matches("[a-z0-9]+(-[a-z0-9]+)*");

    assertThat(Formats.isSlug(text)).isEqualTo(slug);
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> rest =
        Arbitraries.strings()
            .withChars("aZ09.-_~/?&=+,;:@!$'()*#%[]{}|\\\" é\uD83D")
            .ofMaxLength(8);
    return Arbitraries.of("http://", "https://", "http:/", "ftp://", "")
        .flatMap(scheme -> rest.map(text -> scheme + text));
  }

  @Provide
  Arbitrary<String> slugs() {
    return Arbitraries.strings().withChars("az09-A_").ofMaxLength(70);
  }
}
