package dev.mooring.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.view.Position;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Short texts that differ where positions do. */
final class Tags {

  private static final int LENGTH = 16;

  private Tags() {}

  static String of(Position position) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(position.toString().getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
