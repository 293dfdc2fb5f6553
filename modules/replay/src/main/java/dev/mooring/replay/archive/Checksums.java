package dev.mooring.replay.archive;

import dev.mooring.replay.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Sums of bytes and files, as hexadecimal digits. */
final class Checksums {

  private static final int BUFFER = 1 << 16;

  private Checksums() {}

  static String of(byte[] bytes) {
    return text(Sha256.digest().digest(bytes));
  }

  /**
   * The sum of a file.
   *
   * @param read is told how many bytes were read, piece by piece
   */
  static String of(Path file, LongConsumer read) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        read.accept(n);
      }
    }
    return text(digest.digest());
  }

  static String text(byte[] sum) {
    return HexFormat.of().formatHex(sum);
  }
}
