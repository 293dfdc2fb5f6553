package dev.mooring.metrics;

import dev.mooring.contract.event.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/**
 * How often each reason was given. Reasons are few and counted often, so the sums lie in an array
 * by kind and reason.
 */
public final class Reasons {

  /** Of a kind: one place for each reason, and the first for none. */
  private static final int OF_KIND = Reason.values().length + 1;

  private static final Map<Reason, Integer> PLACES = new EnumMap<>(Reason.class);
  private static final ReasonKey[] KEYS = new ReasonKey[ReasonKind.values().length * OF_KIND];

  static {
    for (Reason reason : Reason.values()) {
      PLACES.put(reason, PLACES.size() + 1);
    }
    for (ReasonKind kind : ReasonKind.values()) {
      setKey(new ReasonKey(kind, null));
      PLACES.keySet().forEach(reason -> setKey(new ReasonKey(kind, reason)));
    }
  }

  private static final long[] NONE = {};

  private long[] sums = NONE;
  private int present;

  /** How often a reason was given. */
  public long get(ReasonKey reason) {
    return present == 0 ? 0 : sums[place(reason)];
  }

  /** Whether none was given. */
  public boolean isEmpty() {
    return present == 0;
  }

  /** Visits the reasons whose count is not zero. */
  public void forEach(ObjLongConsumer<ReasonKey> visitor) {
    for (int at = 0; at < sums.length; at++) {
      if (sums[at] != 0) {
        visitor.accept(KEYS[at], sums[at]);
      }
    }
  }

  void add(ReasonKey reason, long count) {
    if (count == 0) {
      return;
    }
    if (sums.length == 0) {
      sums = new long[KEYS.length];
    }
    int at = place(reason);
    long before = sums[at];
    long after = before + count;
    sums[at] = after;
    present += (after != 0 ? 1 : 0) - (before != 0 ? 1 : 0);
  }

  private static int place(ReasonKey key) {
    int ofReason = key.reason() == null ? 0 : PLACES.get(key.reason());
    return key.kind().code() * OF_KIND + ofReason;
  }

  private static void setKey(ReasonKey key) {
    KEYS[place(key)] = key;
  }
}
