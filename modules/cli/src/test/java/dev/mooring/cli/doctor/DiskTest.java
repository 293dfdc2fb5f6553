package dev.mooring.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.doctor.Finding.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

  @TempDir Path directory;

  @Test
  void shouldTellAFullDiskFromOneThatIsGettingFull() {
    Disk disk = new Disk("data.dir", directory);

    assertThat(disk.room(directory, Disk.FULL - 1).result()).isEqualTo(Result.FAILED);
    assertThat(disk.room(directory, Disk.FULL).result()).isEqualTo(Result.WARNING);
    assertThat(disk.room(directory, Disk.LOW).result()).isEqualTo(Result.OK);
  }

  @Test
  void shouldLookAtWhereADirectoryWillBeMade() throws IOException {
    assertThat(new Disk("data.dir", directory.resolve("a/b")).look())
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).startsWith(directory + ": "));
  }

  @Test
  void shouldWarnOfADirectoryThatEverybodyMayWriteTo() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(new Disk("data.dir", directory).look())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.result()).isEqualTo(Result.WARNING);
              assertThat(finding.advice()).isEqualTo("chmod o-w " + directory);
            });
  }

  @Test
  void shouldFailOnWhatIsNoDirectory() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThat(new Disk("data.dir", file).look())
        .singleElement()
        .satisfies(finding -> assertThat(finding.result()).isEqualTo(Result.FAILED));
  }
}
