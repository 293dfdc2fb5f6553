package dev.mooring.topology.intake;

/**
 * Texts that come again and again, such as ids of cities: each is made once. When too many come for
 * that, the earlier are forgotten, which costs time only.
 */
final class Symbols {

  private static final int SLOTS = 4096;

  private final String[] texts = new String[SLOTS];

  String of(BodyCursor cursor) {
    int hash = 0;
    for (int i = 0; i < cursor.textLength(); i++) {
      hash = 31 * hash + cursor.textByte(i);
    }
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    String known = texts[slot];
    if (known == null || !same(known, cursor)) {
      known = cursor.text();
      texts[slot] = known;
    }
    return known;
  }

  private static boolean same(String known, BodyCursor cursor) {
    if (known.length() != cursor.textLength()) {
      return false;
    }
    for (int i = 0; i < known.length(); i++) {
      if (known.charAt(i) != cursor.textByte(i)) {
        return false;
      }
    }
    return true;
  }
}
