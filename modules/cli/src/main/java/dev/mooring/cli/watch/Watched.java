package dev.mooring.cli.watch;

import dev.mooring.view.Freshness;
import dev.mooring.view.Row;
import java.util.List;

/** Where watched rows go. */
public interface Watched<T> {

  /**
   * Takes the rows as they are now.
   *
   * @param rows all that are watched, each under the key that it keeps
   * @param freshness how fresh they are
   */
  void show(List<Row<T>> rows, Freshness freshness);
}
