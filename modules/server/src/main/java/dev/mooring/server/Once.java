package dev.mooring.server;

import java.util.function.Supplier;

/** Something that is worked out when it is first asked for, and then kept. */
final class Once<T> implements Supplier<T> {

  private Supplier<T> work;
  private volatile T value;

  private Once(Supplier<T> work) {
    this.work = work;
  }

  static <T> Supplier<T> of(Supplier<T> work) {
    return new Once<>(work);
  }

  @Override
  public T get() {
    T known = value;
    return known == null ? workOut() : known;
  }

  private synchronized T workOut() {
    if (value == null) {
      value = work.get();
      work = null;
    }
    return value;
  }
}
