package dev.mooring.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

  @Test
  void shouldHoldWhatWasAddedAndNothingElse() {
    // given
    List<ArchivedRecord> records = Archives.records(5_000);
    Fingerprints fingerprints = new Fingerprints();

    // when
    records.subList(0, 2_500).forEach(fingerprints::add);
    records.subList(0, 2_500).forEach(fingerprints::add);

    // then
    assertThat(fingerprints.size()).isEqualTo(2_500);
    assertThat(records.subList(0, 2_500)).allMatch(fingerprints::contains);
    assertThat(records.subList(2_500, 5_000)).noneMatch(fingerprints::contains);
  }

  @Test
  void shouldTellATombstoneFromAnEmptyValueAndAnotherTime() {
    Fingerprints fingerprints = new Fingerprints();
    fingerprints.add(record(5, Optional.empty()));

    assertThat(fingerprints.contains(record(5, Optional.empty()))).isTrue();
    assertThat(fingerprints.contains(record(5, Optional.of(new byte[0])))).isFalse();
    assertThat(fingerprints.contains(record(6, Optional.empty()))).isFalse();
  }

  private static ArchivedRecord record(long timestamp, Optional<byte[]> raw) {
    return new ArchivedRecord(
        0, 0, timestamp, List.of(), Optional.empty(), Optional.empty(), raw, Optional.empty());
  }
}
