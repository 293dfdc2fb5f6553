package dev.mooring.metrics;

/** What a reason was given for. The codes are part of how state is stored: they never change. */
public enum ReasonKind {
  DECLINE(0),
  CLOSURE(1);

  private static final ReasonKind[] BY_CODE = new ReasonKind[values().length];

  static {
    for (ReasonKind kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  private final byte code;

  ReasonKind(int code) {
    this.code = (byte) code;
  }

  /** The number under which it is stored. */
  public byte code() {
    return code;
  }

  /** The kind that is stored under a number. */
  public static ReasonKind of(int code) {
    return BY_CODE[code];
  }
}
