package dev.mooring.topology.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.GeneratedTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BuildDescriberTest {

  private static final Path KEPT = Path.of("src/main/resources", BuildFile.NAME);

  @BeforeAll
  static void trust() {
    GeneratedTypes.trust();
  }

  /**
   * A change here changes what a running topology may be upgraded to: see docs/upgrades.md. When it
   * is meant, what the code says lies in target/build.json, to be copied over the kept one.
   */
  @Test
  void shouldSayWhatIsKept() throws IOException {
    // when
    String said = BuildFile.json(BuildDescriber.describe());

    // then
    Files.writeString(Path.of("target/build.json"), said);
    assertThat(said).isEqualTo(Files.exists(KEPT) ? Files.readString(KEPT) : "");
  }

  @Test
  void shouldBeReadAgain() {
    assertThat(BuildFile.ofThisBuild()).isEqualTo(BuildDescriber.describe());
  }
}
