package dev.mooring.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.view.InMemoryView;
import dev.mooring.view.Table;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTest {

  private static final Column<City> ID = Column.text("city", City::id);
  private static final Column<City> OPEN = Column.number("accountsOpen", City::open);
  private static final Column<City> HHI = Column.number("hhi", City::hhi);
  private static final Column<City> LAST_DAY = Column.text("lastDay", City::lastDay);

  private static final Columns<City> COLUMNS =
      new Columns<>(List.of(ID, OPEN, HHI, LAST_DAY), List.of(ID, OPEN, HHI));

  private static final Columns<MooringRow> MOORINGS =
      Columns.of(
          MooringRow.getClassSchema(), "bank", "events", "firm", "city", "restricted", "lastDay");

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

  @ParameterizedTest
  @CsvSource({"TABLE,", "TABLE,60", "TABLE,10", "JSON,", "CSV,"})
  void shouldWriteAWholeTopicAsItWritesRows(Format format, Integer width) {
    // given
    List<MooringRow> plain = IntStream.range(0, 10_000).mapToObj(OutputTest::mooring).toList();
    List<MooringRow> odd = new ArrayList<>(plain.subList(0, 10));
    odd.add(MooringRow.newBuilder(mooring(3)).setFirm("ä\n\"字, b").build());
    odd.add(MooringRow.newBuilder(mooring(4)).setFirm("x".repeat(1_100)).build());

    for (List<MooringRow> rows : List.of(plain, odd, List.<MooringRow>of())) {
      // when
      StringWriter whole = new StringWriter();
      new Output(new PrintWriter(whole), format, Optional.ofNullable(width))
          .table(MOORINGS, table(rows));

      // then
      StringWriter listed = new StringWriter();
      new Output(new PrintWriter(listed), format, Optional.ofNullable(width)).rows(MOORINGS, rows);
      assertThat(whole.toString()).isEqualTo(listed.toString());
    }
  }

  @Test
  void shouldPrintEncodedTextBehindWhatWasPrintedBefore() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    new Output(new Utf8Printer(new PrintStream(bytes, false, UTF_8)), Format.CSV, Optional.empty())
        .table(MOORINGS, table(List.of(mooring(1))));

    assertThat(bytes.toString(UTF_8).lines())
        .hasSize(2)
        .first(InstanceOfAssertFactories.STRING)
        .startsWith("bank,firm,");
  }

  private static MooringRow mooring(int number) {
    return MooringRow.newBuilder()
        .setBank("bank-" + number % 7)
        .setFirm("firm-%05d".formatted(number))
        .setCity(number % 3 == 0 ? null : "hong-kong")
        .setObserved(number % 2 == 0)
        .setAccount("OPEN")
        .setRestricted(false)
        .setDaysToOpen(number % 5 == 0 ? null : (long) number)
        .setEvents(number * 1_000L)
        .setLastDay(LocalDate.ofEpochDay(number))
        .build();
  }

  private static Table<MooringRow> table(List<MooringRow> rows) {
    try (InMemoryView view = new InMemoryView()) {
      for (int i = 0; i < rows.size(); i++) {
        view.put(Topics.MOORINGS, "%05d".formatted(i), rows.get(i));
      }
      return view.publish().moorings();
    }
  }

  private static String written(Format format, Optional<Integer> width) {
    StringWriter text = new StringWriter();
    new Output(new PrintWriter(text), format, width).rows(COLUMNS, CITIES);
    return text.toString();
  }
}
