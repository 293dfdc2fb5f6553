package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** `mooring reference` on a real broker. */
@ExtendWith(SharedStack.class)
class ReferenceOnStackTest {

  @TempDir Path directory;

  private final RealStack stack;

  ReferenceOnStackTest(RealStack stack) {
    this.stack = stack;
  }

  @Test
  void shouldShowTheLatestReferenceDataOfEachId() throws Exception {
    publishParties("kind,id,name,country\nbank,dbs,D B S,SG\nfirm,osl,OSL,HK\n");
    publishParties("kind,id,name,country\nbank,dbs,DBS,SG\n");

    assertThat(stack.run(directory, "reference", "list", "banks", "-o", "csv").lines())
        .containsExactly("id,name,country,lei,bic", "dbs,DBS,SG,,");
    assertThat(stack.run(directory, "reference", "list", "firms", "-o", "json").lines())
        .containsExactly(
            "{\"id\":\"osl\",\"name\":\"OSL\",\"country\":\"HK\",\"lei\":null,\"bic\":null}");
  }

  @Test
  void shouldListTheCitiesThatComeWithMooringAndThosePublished() throws Exception {
    Files.writeString(
        directory.resolve("cities.csv"),
        "id,name,country,lat,lon,timezone\nstanley,Stanley,FK,-51.7,-57.85,Atlantic/Stanley\n");
    assertThat(stack.run(directory, "reference", "publish", "cities.csv").exitCode()).isZero();

    List<String> cities = stack.run(directory, "reference", "list", "cities", "-o", "csv").lines();

    assertThat(cities.getFirst())
        .isEqualTo("id,name,country,lat,lon,timezone,geonameid,unLocode,origin");
    assertThat(cities).anyMatch(line -> line.startsWith("hong-kong,") && line.endsWith(",mooring"));
    assertThat(cities)
        .filteredOn(line -> line.endsWith(",cluster"))
        .singleElement()
        .asString()
        .startsWith("stanley,");
  }

  private void publishParties(String csv) throws Exception {
    Files.writeString(directory.resolve("parties.csv"), csv);
    assertThat(stack.run(directory, "reference", "publish", "parties.csv").exitCode()).isZero();
  }
}
