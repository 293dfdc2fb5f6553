package dev.mooring.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.metrics.Scope;
import dev.mooring.topology.state.ScopeId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class PlacementTest {

  @Property
  void shouldPlaceDifferencesWhereTheirRowsGo(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String id,
      @ForAll @IntRange(min = 1, max = 64) int partitions) {
    // given
    byte[] difference = new ScopeId(Scope.BANK, id).toBytes();

    // when
    var placed =
        Placement.ofDifference().partitions("differences", difference, new byte[0], partitions);

    // then
    assertThat(placed)
        .isEqualTo(rowPlace(Topics.BANK_METRICS, id, partitions))
        .isEqualTo(rowPlace(Topics.BANK_DAILY, id + "/2026-01-31", partitions));
  }

  private static Object rowPlace(TopicSpec topic, String key, int partitions) {
    return Placement.ofRow(topic)
        .partitions(topic.name(), key.getBytes(UTF_8), new byte[0], partitions);
  }
}
