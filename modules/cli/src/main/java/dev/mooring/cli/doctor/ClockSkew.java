package dev.mooring.cli.doctor;

/**
 * How far a broker's clock is from ours.
 *
 * @param ahead milliseconds that the broker is ahead; negative when it is behind
 * @param within by how much that may be wrong, in milliseconds
 */
record ClockSkew(long ahead, long within) {

  static final long NOTICEABLE_MS = 1_000;

  /** What a broker takes of a record that is ahead of its clock, unless told otherwise. */
  static final long REFUSED_MS = 3_600_000;

  /**
   * From the time at which a broker stored a record.
   *
   * @param sent our time before the record was sent
   * @param stored the broker's time when it stored the record
   * @param acknowledged our time when the answer was there
   */
  static ClockSkew of(long sent, long stored, long acknowledged) {
    long roundTrip = acknowledged - sent;
    return new ClockSkew(stored - (sent + roundTrip / 2), (roundTrip + 1) / 2 + 1);
  }

  Finding finding(String check) {
    if (Math.abs(ahead) - within <= NOTICEABLE_MS) {
      return Finding.ok(check, "as ours, " + shown());
    }
    String what = "%s, %s".formatted(ahead > 0 ? "the broker is ahead" : "we are ahead", shown());
    String advice = "let both follow a time server (chrony, NTP)";
    return ahead + within < -REFUSED_MS
        ? Finding.failed(check, what, advice + ": the broker refuses records so far ahead of it")
        : Finding.warning(check, what, advice);
  }

  private String shown() {
    return "%d ms apart, give or take %d".formatted(Math.abs(ahead), within);
  }
}
