package dev.mooring.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

  @TempDir Path directory;

  @BeforeEach
  void needPermissions() {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  @Test
  void shouldMakeDirectoriesForTheirOwnerAlone() throws IOException {
    PrivateFiles.createDirectories(directory.resolve("a/b"));

    assertThat(permissions("a")).isEqualTo("rwx------");
    assertThat(permissions("a/b")).isEqualTo("rwx------");
  }

  @Test
  void shouldLeaveADirectoryThatIsThere() throws IOException {
    Files.createDirectory(directory.resolve("a"));
    Files.setPosixFilePermissions(
        directory.resolve("a"), PosixFilePermissions.fromString("rwxr-xr-x"));

    PrivateFiles.createDirectories(directory.resolve("a"));

    assertThat(permissions("a")).isEqualTo("rwxr-xr-x");
  }

  @Test
  void shouldMakeAFileForItsOwnerAlone() throws IOException {
    Path file = directory.resolve("a");

    for (String content : new String[] {"a long one", "short"}) {
      try (FileChannel out = PrivateFiles.create(file)) {
        int written = out.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
        assertThat(written).isEqualTo(content.length());
      }
    }

    assertThat(permissions("a")).isEqualTo("rw-------");
    assertThat(file).hasContent("short");
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
  }
}
