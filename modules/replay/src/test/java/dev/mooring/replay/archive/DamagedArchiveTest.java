package dev.mooring.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file of an archive: it is named and refused. */
class DamagedArchiveTest {

  private static final int TRIES = 150;
  private static final long SEED = new Random().nextLong();

  @TempDir Path directory;

  private final Random random = new Random(SEED);
  private List<Path> files;
  private List<String> content;

  @BeforeEach
  void makeArchive() throws IOException {
    Manifest manifest = Archives.write(directory, Archives.records(60), ArchiveLimits.USUAL);
    files = manifest.files().stream().map(file -> directory.resolve(file.path())).toList();
    content = Archives.read(directory);
  }

  @Test
  void shouldNameAFileInWhichAByteIsAnother() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, damaged);
      assertRefused(file, "is damaged");
      Files.write(file, whole);
    }
    assertThat(Archives.read(directory)).isEqualTo(content);
  }

  @Test
  void shouldNameAFileThatIsCutShort() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
      assertRefused(file, "is cut short");
      Files.write(file, whole);
    }
  }

  @Test
  void shouldNameEveryFileThatIsMissing() throws IOException {
    Files.delete(files.get(0));
    Files.delete(files.get(3));

    assertRefused(files.get(0), "is missing");
    assertRefused(files.get(3), "is missing");
  }

  @Test
  void shouldNameAFileThatIsNotOfTheArchive() throws IOException {
    Path foreign = files.get(0).resolveSibling("other.avro");
    Files.copy(files.get(1), foreign);

    assertRefused(foreign, "is not in the manifest");
  }

  @Test
  void shouldNameAFileThatTookThePlaceOfAnother() throws IOException {
    byte[] other = Files.readAllBytes(files.get(1));
    Files.write(files.get(0), other);

    assertRefused(files.get(0), "should be");
  }

  @Test
  void shouldRefuseAManifestThatSaysSomethingElse() throws IOException {
    Path manifest = directory.resolve(ManifestFile.NAME);
    byte[] whole = Files.readAllBytes(manifest);
    for (int i = 0; i < TRIES; i++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(whole.length);
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(manifest, damaged);
      if (!Character.isWhitespace(whole[at])) {
        assertRefused(manifest, "");
      }
      Files.write(manifest, Arrays.copyOf(whole, random.nextInt(whole.length - 1)));
      assertRefused(manifest, "");
    }
  }

  @Test
  void shouldRefuseAManifestOfALaterVersion() throws IOException {
    Path manifest = directory.resolve(ManifestFile.NAME);
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"version\" : 1", "\"version\" : 2"));

    assertRefused(manifest, "version 2");
  }

  @Test
  void shouldSayThatADirectoryIsNoArchive(@TempDir Path empty) {
    assertThatThrownBy(() -> VerifiedArchive.open(empty, ArchiveProgress.NONE))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("is no archive");
  }

  @Test
  void shouldMissTheManifest() throws IOException {
    Files.delete(directory.resolve(ManifestFile.NAME));

    assertRefused(directory.resolve(ManifestFile.NAME), "is missing");
  }

  private void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> VerifiedArchive.open(directory, ArchiveProgress.NONE))
        .as("seed %d", SEED)
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
  }
}
