package dev.mooring.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.City;
import dev.mooring.contract.row.MooringRow;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {

  private static final MooringRow ROW =
      MooringRow.newBuilder()
          .setBank("za-bank")
          .setFirm("osl")
          .setObserved(false)
          .setAccount("OPEN")
          .setRestricted(true)
          .setEvents(1)
          .setLastDay(LocalDate.of(2023, 4, 11))
          .build();

  @Test
  void shouldWriteARowAsJson() {
    assertThat(RowJson.write(ROW))
        .isEqualTo(
            "{\"bank\":\"za-bank\",\"firm\":\"osl\",\"city\":null,\"stage\":null,\"observed\":false,"
                + "\"account\":\"OPEN\",\"restricted\":true,\"daysToOpen\":null,\"events\":1,"
                + "\"firstDay\":null,\"lastDay\":\"2023-04-11\"}");
  }

  @Test
  void shouldWriteARowAsCsv() {
    assertThat(RowCsv.header(MooringRow.getClassSchema()))
        .isEqualTo(
            "bank,firm,city,stage,observed,account,restricted,daysToOpen,events,firstDay,lastDay");
    assertThat(RowCsv.write(ROW)).isEqualTo("za-bank,osl,,,false,OPEN,true,,1,,2023-04-11");
  }

  @Test
  void shouldWriteReferenceData() {
    City city = new City("x", "A \"B\", C", "HK", 22.5, -1.25, "UTC", 7L, null);

    assertThat(RowJson.write(city)).contains("\"lat\":22.5,\"lon\":-1.25", "\"geonameid\":7");
    assertThat(RowCsv.write(city)).isEqualTo("x,\"A \"\"B\"\", C\",HK,22.5,-1.25,UTC,7,");
  }

  @Test
  void shouldWriteARowThatNoSchemaDescribes() {
    Map<String, Object> rank = new LinkedHashMap<>();
    rank.put("rank", 1);
    rank.put("share", null);

    assertThat(RowJson.write(rank)).isEqualTo("{\"rank\":1,\"share\":null}");
    assertThat(RowCsv.header(rank.keySet())).isEqualTo("rank,share");
    assertThat(RowCsv.write(rank)).isEqualTo("1,");
  }

  @Test
  void shouldHaveAHeaderForEveryTopic() {
    Topics.all().stream()
        .flatMap(topic -> topic.schema().stream())
        .forEach(schema -> assertThat(RowCsv.header(schema)).isNotBlank());
  }
}
