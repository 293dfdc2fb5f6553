package dev.mooring.metrics;

/**
 * What distinct counts are made of: how many moorings a bank or city has with each counterpart. The
 * codes are part of how differences and state are stored: they never change.
 */
public enum Member {
  /** Of a bank: OPEN moorings by city. */
  OPEN_BY_CITY(0),
  /** Of a city: OPEN moorings by bank. */
  OPEN_BY_BANK(1),
  /** Of a city: moorings by firm. */
  MOORINGS_BY_FIRM(2),
  /** Of a city: OPEN moorings by firm. */
  OPEN_BY_FIRM(3);

  private static final Member[] BY_CODE = new Member[values().length];

  static {
    for (Member member : values()) {
      BY_CODE[member.code] = member;
    }
  }

  private final byte code;

  Member(int code) {
    this.code = (byte) code;
  }

  /** The number under which it is stored. */
  public byte code() {
    return code;
  }

  /** The member that is stored under a number. */
  public static Member of(int code) {
    return BY_CODE[code];
  }
}
