package dev.mooring.view;

/**
 * Some rows of {@link EventColumns}: what queries ask of events and what sorts them, in arrays of
 * primitives. The rest of an event stands in its body.
 */
final class EventChunk {

  static final int SHIFT = 14;
  static final int ROWS = 1 << SHIFT;

  /** Of a row in whose place no other stands. */
  static final int NO_SUCCESSOR = Integer.MAX_VALUE;

  final long[] occurredAt = new long[ROWS];
  final long[] recorded = new long[ROWS];
  final long[] idHigh = new long[ROWS];
  final long[] idLow = new long[ROWS];
  final int[] bank = new int[ROWS];
  final int[] firm = new int[ROWS];
  final int[] city = new int[ROWS];
  final short[] country = new short[ROWS];
  final byte[] type = new byte[ROWS];
  final byte[] status = new byte[ROWS];
  final byte[] cityBasis = new byte[ROWS];
  final byte[] dateBasis = new byte[ROWS];
  final byte[] precision = new byte[ROWS];

  /** Where {@link BodyFile} keeps the body. */
  final int[] body = new int[ROWS];

  /**
   * The row that took this one's place as the revision that stands; its own number when it never
   * stood. Compared with the number of rows that a reader sees, it tells the reader what stood
   * then, whatever the writer does meanwhile.
   */
  final int[] successor = new int[ROWS];

  /** Which chunk a row is in. */
  static int chunk(int row) {
    return row >>> SHIFT;
  }

  /** Where a row is in its chunk. */
  static int at(int row) {
    return row & (ROWS - 1);
  }
}
