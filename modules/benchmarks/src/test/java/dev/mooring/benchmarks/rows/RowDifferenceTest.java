package dev.mooring.benchmarks.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowDifferenceTest {

  @TempDir Path dir;

  @Test
  void shouldFindNoneBetweenTheSameRows() {
    // given
    Rows rows = new Rows();
    rows.put("t", "a", new byte[] {1});
    rows.put("t", "a/b", new byte[] {2});

    // then
    assertThat(difference(rows, rows)).isEqualTo(new RowDifference(2, 0, java.util.List.of()));
  }

  @Test
  void shouldTellWhatIsMissingWhatIsTooManyAndWhatIsOther() {
    // given
    Rows expected = new Rows();
    expected.put("t", "a", new byte[] {1});
    expected.put("t", "b", new byte[] {2});
    expected.put("u", "a", new byte[] {3});
    Rows actual = new Rows();
    actual.put("t", "b", new byte[] {9});
    actual.put("t", "c", new byte[] {4});
    actual.put("u", "a", new byte[] {3});
    actual.put("v", "z", new byte[] {5});
    actual.put("v", "z", null);

    // when
    RowDifference difference = difference(expected, actual);

    // then
    assertThat(difference.isNone()).isFalse();
    assertThat(difference.rows()).isEqualTo(3);
    assertThat(difference.different()).isEqualTo(3);
    assertThat(difference.first())
        .containsExactly("t a is missing", "t b is 09, should be 02", "t c was not expected");
  }

  private RowDifference difference(Rows expected, Rows actual) {
    Path one = dir.resolve("expected");
    Path other = dir.resolve("actual");
    expected.write(one);
    actual.write(other);
    return RowDifference.between(one, other);
  }
}
