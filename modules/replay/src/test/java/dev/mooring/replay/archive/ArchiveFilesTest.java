package dev.mooring.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.codec.EventReading;
import dev.mooring.replay.archive.Manifest.Partition;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFilesTest {

  @TempDir Path directory;

  @Test
  void shouldReadBackWhatWasWritten() throws Exception {
    // given
    List<ArchivedRecord> records = Archives.records(100);

    // when
    Manifest manifest = Archives.write(directory, records, ArchiveLimits.USUAL);

    // then
    assertThat(Archives.read(directory))
        .containsExactlyInAnyOrderElementsOf(records.stream().map(Archives::text).toList());
    assertThat(manifest.records()).isEqualTo(100);
    assertThat(manifest.events()).isEqualTo(80);
    assertThat(manifest.files()).hasSize(5 * Archives.PARTITIONS);
    assertThat(directory.resolve("day=2024-01-01/partition-0-offset-0.avro")).isRegularFile();
  }

  @Test
  void shouldLoseNothingWhenFewFilesMayBeOpen() throws Exception {
    // given
    List<ArchivedRecord> records = Archives.records(200);

    // when
    Manifest manifest = Archives.write(directory, records, new ArchiveLimits(3, 7, 1_000));

    // then
    assertThat(manifest.files()).hasSizeGreaterThan(20);
    assertThat(manifest.files()).extracting(Manifest.DataFile::path).doesNotHaveDuplicates();
    assertThat(Archives.read(directory))
        .containsExactlyInAnyOrderElementsOf(records.stream().map(Archives::text).toList());
  }

  @Test
  void shouldTellEventsFromOtherRecordsWhenPublished() throws Exception {
    // given
    Archives.write(directory, Archives.records(50), ArchiveLimits.USUAL);

    // when
    List<EventReading> readings = new ArrayList<>();
    try (ArchivedEvents events = ArchivedEvents.open(directory, ArchiveProgress.NONE)) {
      events.forEachRemaining(readings::add);
    }

    // then
    assertThat(readings).extracting(EventReading::line).first().isEqualTo(1L);
    assertThat(readings).hasSize(50);
    assertThat(readings).filteredOn(EventReading.Read.class::isInstance).hasSize(40);
  }

  @Test
  void shouldRemoveWhatARunThatWasCutShortHasLeft() throws Exception {
    // given
    Manifest manifest =
        Archives.write(directory, Archives.records(50), ArchiveLimits.USUAL)
            .with(List.of(), List.of(new Partition(0, 0, 25), new Partition(1, 0, 25)));
    Path named = directory.resolve("day=2024-01-01/partition-0-offset-25.avro");
    Path unnamed = directory.resolve("day=2024-01-01/partition-0-offset-26.avro.part");
    Files.createFile(named);
    Files.createFile(unnamed);

    // when
    new ArchiveDirectory(directory).removeLeftovers(manifest);

    // then
    assertThat(named).doesNotExist();
    assertThat(unnamed).doesNotExist();
    assertThat(Archives.read(directory)).hasSize(50);
  }

  @Test
  void shouldRemoveNothingOfSomebodyElses() throws Exception {
    // given
    Manifest manifest = Archives.write(directory, Archives.records(50), ArchiveLimits.USUAL);
    Path foreign = directory.resolve("day=2024-01-01/partition-0-offset-3.avro");
    Files.createFile(foreign);

    // then
    assertThatThrownBy(() -> new ArchiveDirectory(directory).removeLeftovers(manifest))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(foreign.toString());
    assertThat(foreign).exists();
  }

  @Test
  void shouldBeginInADirectoryOfItsOwnOnly() throws Exception {
    Files.createFile(directory.resolve("thesis.txt"));

    assertThatThrownBy(() -> new ArchiveDirectory(directory).checkEmpty())
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("thesis.txt");
  }

  @Test
  void shouldLetOneRunWriteAtATime() throws Exception {
    ArchiveDirectory archive = new ArchiveDirectory(directory);
    FileChannel lock = archive.lock();
    try (lock) {
      assertThatThrownBy(archive::lock)
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("another run");
    }
    archive.lock().close();
  }
}
