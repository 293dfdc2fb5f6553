package dev.mooring.contract.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

  private static final String CITIES = "id,name,country,lat,lon,timezone,geonameid,un_locode\n";

  @Test
  void shouldShipTheSampleCities() throws IOException {
    CityReference shipped = CityReference.shipped();

    assertThat(shipped.all()).hasSize(49);
    assertThat(shipped.country("hong-kong")).contains("HK");
    assertThat(shipped.find("zurich").orElseThrow().getName()).isEqualTo("Z\u00fcrich");
    assertThat(shipped.find("farmington").orElseThrow().getGeonameid()).isNull();
    assertThat(shipped.find("atlantis")).isEmpty();
    assertThat(shipped.nearest("hongkong")).containsExactly("hong-kong");
  }

  @Test
  void shouldPreferACityThatIsAdded() {
    City moved = new City("zug", "Zug", "LI", 47.2, 8.5, "Europe/Vaduz", null, null);

    assertThat(CityReference.shipped().with(List.of(moved)).country("zug")).contains("LI");
  }

  @Test
  void shouldReadTheSampleParties() throws IOException {
    try (InputStream in = Files.newInputStream(Path.of("../../samples/parties.csv"))) {
      ReferenceData data = ReferenceData.read(in);

      assertThat(data.findings()).isEmpty();
      assertThat(data.banks()).hasSize(48);
      assertThat(data.firms()).hasSize(21);
    }
  }

  @Test
  void shouldTellAllThatIsWrongWithACity() throws IOException {
    ReferenceData data =
        read(CITIES + "Zug,,ch,91,x,Europe/Zug,0,USCHZ\nzug,Zug,CH,47,8,Europe/Zurich,,CHZLM\n");

    assertThat(data.cities()).extracting(City::getId).containsExactly("zug");
    assertThat(data.findings()).hasSize(1);
    assertThat(data.findings().getFirst().line()).isEqualTo(2);
    assertThat(fields(data))
        .containsExactlyInAnyOrder(
            "id", "name", "country", "lat", "lon", "timezone", "geonameid", "un_locode");
  }

  @Test
  void shouldReadPartiesWithTheirIdentifiers() throws IOException {
    ReferenceData data =
        read(
            """
            kind,id,name,country,lei,bic
            bank,a,A,GB,5493001KJTIIGC8Y1R12,AAAAGB2L
            firm,a,A,,5493001KJTIIGC8Y1R13,AAAAXX2L
            person,a,A,,,
            bank,a,A,,,
            bank,b
            """);

    assertThat(data.banks()).extracting(Bank::getId).containsExactly("a");
    assertThat(data.findings())
        .extracting(ReferenceData.Finding::line)
        .containsExactly(3L, 4L, 5L, 6L);
    assertThat(fields(data)).containsExactly("lei", "bic", "kind", "id", "", "name");
  }

  @Test
  void shouldRefuseAHeaderThatItDoesNotKnow() throws IOException {
    assertThat(read("kind,id,nme\nbank,a,A\n").findings().getFirst().problems())
        .extracting(Problem::describe)
        .containsExactly(
            "nme is an unknown column: did you mean name?", "name is missing in the header");
    assertThat(read("").findings()).hasSize(1);
    assertThat(ReferenceData.read(new ByteArrayInputStream(new byte[] {(byte) 0xFF})).findings())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5493001KJTIIGC8Y1R12", "213800WSGIIZCXF1P572", "529900T8BM49AURSDO55"})
  void shouldAcceptALei(String lei) {
    assertThat(Identifiers.isLei(lei)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5493001KJTIIGC8Y1R21", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R1"})
  void shouldRefuseWhatIsNoLei(String lei) {
    assertThat(Identifiers.isLei(lei)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DEUTDEFF, true",
    "DEUTDEFF500, true",
    "1234XKPR, true",
    "DEUTQQFF, false",
    "DEUTDEFF5, false",
    "deutdeff, false"
  })
  void shouldTellABic(String bic, boolean valid) {
    assertThat(Identifiers.isBic(bic)).isEqualTo(valid);
  }

  private static List<String> fields(ReferenceData data) {
    return data.findings().stream()
        .flatMap(finding -> finding.problems().stream())
        .map(Problem::field)
        .toList();
  }

  private static ReferenceData read(String text) throws IOException {
    return ReferenceData.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
