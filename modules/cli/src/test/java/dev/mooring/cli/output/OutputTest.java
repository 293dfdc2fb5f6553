package dev.mooring.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputTest {

  private static final Column<City> ID = Column.text("city", City::id);
  private static final Column<City> OPEN = Column.number("accountsOpen", City::open);
  private static final Column<City> HHI = Column.number("hhi", City::hhi);
  private static final Column<City> LAST_DAY = Column.text("lastDay", City::lastDay);

  private static final Columns<City> COLUMNS =
      new Columns<>(List.of(ID, OPEN, HHI, LAST_DAY), List.of(ID, OPEN, HHI));

  private static final List<City> CITIES =
      List.of(
          new City("hong-kong", 14, 6250L, LocalDate.of(2024, 11, 25)),
          new City("a, \"b\"", 3, null, null));

  private record City(String id, long open, Long hhi, LocalDate lastDay) {}

  @Test
  void shouldAlignNumbersToTheRight() {
    assertThat(written(Format.TABLE, Optional.empty()))
        .isEqualTo(
            """
            +-----------+--------------+------+
            | city      | accountsOpen |  hhi |
            +-----------+--------------+------+
            | hong-kong |           14 | 6250 |
            | a, "b"    |            3 |      |
            +-----------+--------------+------+
            """);
  }

  @Test
  void shouldLeaveOutLastColumnsInNarrowTerminal() {
    assertThat(written(Format.TABLE, Optional.of(30)))
        .isEqualTo(
            """
            +-----------+--------------+
            | city      | accountsOpen |
            +-----------+--------------+
            | hong-kong |           14 |
            | a, "b"    |            3 |
            +-----------+--------------+
            (1 more columns in a wider terminal; all with -o csv)
            """);
  }

  @Test
  void shouldWriteAllFieldsAsJsonLines() {
    assertThat(written(Format.JSON, Optional.of(30)).lines())
        .containsExactly(
            "{\"city\":\"hong-kong\",\"accountsOpen\":14,\"hhi\":6250,\"lastDay\":\"2024-11-25\"}",
            "{\"city\":\"a, \\\"b\\\"\",\"accountsOpen\":3,\"hhi\":null,\"lastDay\":null}");
  }

  @Test
  void shouldWriteAllFieldsAsCsv() {
    assertThat(written(Format.CSV, Optional.of(30)))
        .isEqualTo(
            """
            city,accountsOpen,hhi,lastDay
            hong-kong,14,6250,2024-11-25
            "a, ""b\""",3,,
            """);
  }

  @Test
  void shouldSayThatThereAreNoRows() {
    StringWriter text = new StringWriter();

    new Output(new PrintWriter(text), Format.TABLE, Optional.empty()).rows(COLUMNS, List.of());

    assertThat(text.toString()).contains("accountsOpen").endsWith("(no rows)\n");
  }

  @Test
  void shouldTellTablesOfOneAnswerApart() {
    StringWriter text = new StringWriter();

    new Output(new PrintWriter(text), Format.JSON, Optional.empty())
        .rows("cities", COLUMNS, CITIES);

    assertThat(text.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"table\":\"cities\",\"city\":"));
  }

  private static String written(Format format, Optional<Integer> width) {
    StringWriter text = new StringWriter();
    new Output(new PrintWriter(text), format, width).rows(COLUMNS, CITIES);
    return text.toString();
  }
}
