package dev.mooring.view;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of one topic at one moment, in the order of their keys' UTF-8 bytes. It never changes,
 * and any number of threads may read it. Rows are decoded as they are read: to look at a part of a
 * large table, ask for that part.
 */
public interface Table<R> {

  /** How many rows there are. */
  long size();

  /** The row of a key. */
  Optional<R> get(String key);

  /** All rows. */
  Stream<Row<R>> rows();

  /** The rows behind a key, whether or not it is there: the next page. */
  Stream<Row<R>> rowsAfter(String key);

  /** The rows whose keys begin with a text: {@code "za-bank/"} in the moorings. */
  Stream<Row<R>> rowsWithPrefix(String prefix);

  /**
   * All rows as they are stored: their Avro bodies, by the schema of this build. To make objects of
   * very many rows costs more than most do with them.
   */
  void bodies(Bodies to);

  /**
   * The same rows in several tables of about so many each, in their order: for several threads.
   *
   * @param rows at least 1
   */
  Stream<Table<R>> parts(int rows);

  /** Takes rows as they are stored. */
  interface Bodies {

    /** Takes the row whose Avro body begins at a place. */
    void take(byte[] bytes, int from);
  }

  /** The keys of all rows. */
  default Stream<String> keys() {
    return rows().map(Row::key);
  }

  /** All rows without their keys. */
  default Stream<R> values() {
    return rows().map(Row::value);
  }

  /** The rows whose keys begin with a text, without their keys. */
  default Stream<R> valuesWithPrefix(String prefix) {
    return rowsWithPrefix(prefix).map(Row::value);
  }
}
