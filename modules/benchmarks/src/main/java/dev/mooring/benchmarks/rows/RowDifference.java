package dev.mooring.benchmarks.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What two files of rows differ in.
 *
 * @param rows rows expected
 * @param different how many rows are missing, not expected, or have another body
 * @param first the first few of these, for people
 */
public record RowDifference(long rows, long different, List<String> first) {

  private static final int SHOWN = 10;

  /** Compares two files that {@link Rows} wrote, without holding them in memory. */
  public static RowDifference between(Path expected, Path actual) {
    try (BufferedReader ours = Files.newBufferedReader(expected);
        BufferedReader theirs = Files.newBufferedReader(actual)) {
      return between(ours, theirs);
    } catch (IOException e) {
      throw new UncheckedIOException("comparing " + actual + " with " + expected, e);
    }
  }

  /** Whether both files hold the same rows. */
  public boolean isNone() {
    return different == 0;
  }

  private static RowDifference between(BufferedReader expected, BufferedReader actual)
      throws IOException {
    List<String> first = new ArrayList<>();
    long rows = 0;
    long different = 0;
    Line ours = Line.of(expected.readLine());
    Line theirs = Line.of(actual.readLine());
    while (ours != null || theirs != null) {
      int order = Line.compare(ours, theirs);
      String difference = difference(order, ours, theirs);
      if (difference != null) {
        different++;
        if (first.size() < SHOWN) {
          first.add(difference);
        }
      }
      if (order <= 0) {
        rows++;
        ours = Line.of(expected.readLine());
      }
      if (order >= 0) {
        theirs = Line.of(actual.readLine());
      }
    }
    return new RowDifference(rows, different, List.copyOf(first));
  }

  private static String difference(int order, Line ours, Line theirs) {
    if (order < 0) {
      return ours + " is missing";
    }
    if (order > 0) {
      return theirs + " was not expected";
    }
    return ours.body.equals(theirs.body)
        ? null
        : ours + " is " + theirs.body + ", should be " + ours.body;
  }

  private record Line(String topic, String key, String body) {

    static Line of(String line) {
      if (line == null) {
        return null;
      }
      String[] parts = line.split("\t", 3);
      return new Line(parts[0], parts[1], parts[2]);
    }

    /** By topic and key; the end of a file comes last. */
    static int compare(Line one, Line other) {
      if (one == null || other == null) {
        return one == null ? 1 : -1;
      }
      int byTopic = one.topic.compareTo(other.topic);
      return byTopic != 0 ? byTopic : one.key.compareTo(other.key);
    }

    @Override
    public String toString() {
      return topic + " " + key;
    }
  }
}
