package dev.mooring.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A bearer token that the server takes, known by its hash only. A plain hash is enough as tokens
 * are random (256 bits), so that there is nothing to guess from.
 *
 * @param name whose it is, for people and logs
 * @param role what its bearer may do
 * @param sha256 SHA-256 of the token, 64 hexadecimal digits in lower case
 */
public record Token(String name, Role role, String sha256) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public Token {
    if (name.isBlank()) {
      throw new IllegalArgumentException("token: its name is empty, should say whose it is");
    }
    if (!HASH.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "token "
              + name
              + ": the hash has "
              + sha256.length()
              + " characters, should be the SHA-256 of a token in 64 hexadecimal digits");
    }
  }

  /** The hash of a token. */
  public static String hash(String secret) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
