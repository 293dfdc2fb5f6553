package dev.mooring.metrics;

/**
 * One distinct content that was published under a key: told apart by the event's id, its revision
 * and a fingerprint of all its fields.
 */
public sealed interface Content permits Fact, Content.Superseded {

  /** The most significant half of the event's UUID. */
  long idHigh();

  /** The least significant half of the event's UUID. */
  long idLow();

  /** The revision, 1 or more. */
  int revision();

  /** See {@link Fingerprint}. */
  long fingerprint();

  /** Whether two contents are of the same event. */
  default boolean sameEvent(Content other) {
    return idHigh() == other.idHigh() && idLow() == other.idLow();
  }

  /** Whether two contents are the same: a repeat. */
  default boolean sameContent(Content other) {
    return sameEvent(other)
        && revision() == other.revision()
        && fingerprint() == other.fingerprint();
  }

  /** A content that no longer stands for its event: all that is kept is that it was there. */
  record Superseded(long idHigh, long idLow, int revision, long fingerprint) implements Content {

    /** What is kept of a content. */
    public static Superseded of(Content content) {
      return new Superseded(
          content.idHigh(), content.idLow(), content.revision(), content.fingerprint());
    }
  }
}
