package dev.mooring.cli.output;

import dev.mooring.contract.codec.RowBodyReader;
import dev.mooring.contract.codec.RowLines;
import dev.mooring.view.Table;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.Schema;

/** Writes whole tables as lines, straight from the bytes of their rows and by all processors. */
final class LinesOfTable {

  /** Rows of a part: enough for every thread, few enough for the memory. */
  static final int PART = 4_096;

  private LinesOfTable() {}

  /**
   * Writes every row of a table that has some.
   *
   * @param maker makes lines of the rows of a schema
   * @return false, and nothing is written, when there is no way for the schema
   */
  static boolean write(
      Table<?> table,
      Schema schema,
      Function<Schema, Optional<RowLines>> maker,
      Consumer<byte[]> out) {
    if (RowBodyReader.of(schema).isEmpty()) {
      return false;
    }
    ThreadLocal<RowLines> lines = ThreadLocal.withInitial(() -> maker.apply(schema).orElseThrow());
    InOrder.map(table.parts(PART).iterator(), part -> text(part, lines.get()), out);
    return true;
  }

  private static byte[] text(Table<?> part, RowLines lines) {
    part.bodies(lines::add);
    return lines.take();
  }
}
