package dev.mooring.benchmarks.bench;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.MooringRow;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.avro.specific.SpecificRecord;

/** Rows by number, each with a key of its own, much as histories make them. */
enum SampleRows {
  /** Few cities, many days. */
  CITY_DAYS,
  /** A bank each: the widest rows. */
  BANKS,
  /** Some hundred firms a bank. */
  MOORINGS;

  private static final int DAYS = 2_000;
  private static final int FIRMS = 500;
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

  /**
   * A row.
   *
   * @param placedBy the part of its key that decides its partition
   */
  record Keyed(String key, String placedBy, SpecificRecord value) {}

  /** Where they belong. */
  TopicSpec topic() {
    return switch (this) {
      case CITY_DAYS -> Topics.CITY_DAILY;
      case BANKS -> Topics.BANK_METRICS;
      case MOORINGS -> Topics.MOORINGS;
    };
  }

  /** The command of Mooring that shows all of them. */
  List<String> command() {
    return switch (this) {
      case CITY_DAYS -> List.of("metrics", "cities", "--daily");
      case BANKS -> List.of("metrics", "banks");
      case MOORINGS -> List.of("moorings");
    };
  }

  Keyed row(long number, RandomGenerator random) {
    return switch (this) {
      case CITY_DAYS -> cityDay(number, random);
      case BANKS -> bank(number, random);
      case MOORINGS -> mooring(number, random);
    };
  }

  private static Keyed cityDay(long number, RandomGenerator random) {
    String city = "city-of-size-%d".formatted(number / DAYS);
    LocalDate day = FIRST.plusDays(number % DAYS);
    int opened = random.nextInt(3);
    CityDaily row =
        CityDaily.newBuilder()
            .setCity(city)
            .setDay(day)
            .setEvents(opened + 1L)
            .setEventsAccountOpened(opened)
            .setEventsPitchDelivered(1)
            .setAccountsOpened(opened)
            .build();
    return new Keyed(EventKey.of(city, day.toString()), city, row);
  }

  private static Keyed bank(long number, RandomGenerator random) {
    String bank = "bank-of-size-%d".formatted(number);
    int opened = random.nextInt(300);
    BankMetrics row =
        BankMetrics.newBuilder()
            .setBank(bank)
            .setEvents(3L * opened)
            .setEventsPitchDelivered(opened)
            .setEventsAccountOpened(opened)
            .setMoorings(opened)
            .setFirms(opened)
            .setFunnelContacted(opened)
            .setFunnelOpened(opened)
            .setAccountsOpened(opened)
            .setAccountsOpen(opened)
            .setFirmsBanked(opened)
            .setCities(1)
            .setFirstDay(FIRST)
            .setLastDay(FIRST.plusDays(opened))
            .build();
    return new Keyed(bank, bank, row);
  }

  private static Keyed mooring(long number, RandomGenerator random) {
    String bank = "bank-of-size-%d".formatted(number / FIRMS);
    String firm = "firm-%d".formatted(number % FIRMS);
    int days = random.nextInt(300);
    MooringRow row =
        MooringRow.newBuilder()
            .setBank(bank)
            .setFirm(firm)
            .setCity("hong-kong")
            .setStage("OPENED")
            .setObserved(true)
            .setAccount("OPEN")
            .setDaysToOpen((long) days)
            .setEvents(5)
            .setFirstDay(FIRST)
            .setLastDay(FIRST.plusDays(days))
            .build();
    return new Keyed(EventKey.of(bank, firm, "hong-kong"), bank, row);
  }
}
