package dev.mooring.metrics;

/** Is told what happens to an account, one step of its mooring's life after the other. */
interface Flows {

  /** Takes no notice. */
  Flows IGNORED = (kind, cause) -> {};

  /** What can happen to an account. */
  enum Kind {
    /** It was opened on that day. */
    OPENED,
    /** It was there before; it is seen for the first time on that day. */
    FIRST_SEEN,
    /** It was closed on that day, for the reason of the fact. */
    CLOSED
  }

  /**
   * Something happened.
   *
   * @param cause the fact by which it happened: gives the day and the reason
   */
  void happened(Kind kind, Fact cause);
}
