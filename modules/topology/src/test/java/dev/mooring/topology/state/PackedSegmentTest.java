package dev.mooring.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.metrics.Content;
import dev.mooring.metrics.Contents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PackedSegmentTest {

  private final ByteWriter scratch = new ByteWriter();

  @Property
  void shouldFindWhatIsThereAndNothingElse(
      @ForAll @Size(max = 64) List<@LongRange(min = 0, max = 300) Long> ids) {
    // given ids of which some differ in other bits than the last six only, as 1 and 65 do
    PackedSegment appended = new PackedSegment(scratch);
    List<Long> there = new ArrayList<>();
    for (long id : ids) {
      if (!there.contains(id)) {
        appended.append(stub(id));
        there.add(id);
      }
    }

    // when it is kept as bytes and read back
    PackedSegment readBack = new PackedSegment(scratch, bytes(appended), 0);

    // then
    for (PackedSegment segment : List.of(appended, readBack)) {
      for (long id = 0; id <= 300; id++) {
        int expected = there.contains(id) ? Contents.REPEATED : Contents.ABSENT;
        assertThat(segment.find(stub(id))).as("id %d among %s", id, there).isEqualTo(expected);
      }
    }
  }

  @Test
  void shouldReadBackOnlyWhatComesBehindTheHead() {
    // given
    PackedSegment segment = new PackedSegment(scratch);
    segment.append(stub(7));
    byte[] packed = bytes(segment);
    byte[] withHead = new byte[3 + packed.length];
    System.arraycopy(packed, 0, withHead, 3, packed.length);

    // when
    PackedSegment readBack = new PackedSegment(scratch, withHead, 3);

    // then
    assertThat(readBack.size()).isEqualTo(1);
    assertThat(readBack.find(stub(7))).isEqualTo(Contents.REPEATED);
    assertThat(Arrays.equals(bytes(readBack), packed)).isTrue();
  }

  private byte[] bytes(PackedSegment segment) {
    segment.write(0, scratch);
    return scratch.take();
  }

  private static Content stub(long idLow) {
    return new Content.Superseded(1, idLow, 1, idLow);
  }
}
