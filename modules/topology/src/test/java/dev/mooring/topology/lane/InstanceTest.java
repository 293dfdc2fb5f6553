package dev.mooring.topology.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Lane;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.topology.lane.Instruction.End;
import dev.mooring.topology.lane.Instruction.Run;
import dev.mooring.topology.lane.Instruction.Stand;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstanceTest {

  private static final Lane SHADOW = Lane.shadow(1);
  private static final String SHADOW_ID = "mooring-shadow-1";

  private final Instance live = new Instance(Lane.LIVE, "mooring", "d");
  private final Instance shadow = new Instance(SHADOW, "mooring", "d");

  @Test
  void shouldRunTheLiveLaneWhereNothingIsSaid() {
    assertThat(live.instruction(Map.of())).isEqualTo(new Run(Lane.LIVE, "mooring"));
  }

  @Test
  void shouldStandWhileTheLaneDrains() {
    assertThat(live.instruction(records(row("live", "mooring", "", "DRAINING"))))
        .isInstanceOf(Stand.class);
    assertThat(shadow.instruction(records(row("shadow-1", SHADOW_ID, "d", "DRAINING"))))
        .isInstanceOf(Stand.class);
  }

  @Test
  void shouldFollowAPromotionToTheSameTopology() {
    Map<String, LaneRow> promoted = records(row("live", SHADOW_ID, "d", "RUNNING"));

    assertThat(live.instruction(promoted)).isEqualTo(new Run(Lane.LIVE, SHADOW_ID));
    assertThat(shadow.instruction(promoted)).isEqualTo(new Run(Lane.LIVE, SHADOW_ID));
  }

  @Test
  void shouldEndWhenAnotherTopologyWasPromoted() {
    Instruction told = live.instruction(records(row("live", SHADOW_ID, "other", "RUNNING")));

    assertThat(told).isInstanceOfSatisfying(End.class, end -> assertThat(end.removed()).isFalse());
  }

  @Test
  void shouldRunAShadowBesideTheLiveLane() {
    Map<String, LaneRow> both =
        records(row("live", "mooring", "", "RUNNING"), row("shadow-1", SHADOW_ID, "", "RUNNING"));

    assertThat(shadow.instruction(both)).isEqualTo(new Run(SHADOW, SHADOW_ID));
    assertThat(live.instruction(both)).isEqualTo(new Run(Lane.LIVE, "mooring"));
  }

  @Test
  void shouldNotJoinAShadowOfAnotherTopology() {
    assertThat(shadow.instruction(records(row("shadow-1", SHADOW_ID, "other", "RUNNING"))))
        .isInstanceOfSatisfying(End.class, end -> assertThat(end.removed()).isFalse());
  }

  @Test
  void shouldEndWhenTheShadowWasRemovedOrLost() {
    assertThat(shadow.instruction(records(row("live", "mooring", "", "RUNNING"))))
        .isInstanceOfSatisfying(End.class, end -> assertThat(end.removed()).isTrue());
    assertThat(shadow.instruction(records(row("shadow-1", "mooring", "d", "RETIRED"))))
        .isInstanceOf(End.class);
  }

  @Test
  void shouldGoOnAsLiveAfterAPromotionThoughWhatItLeftIsNotRemovedYet() {
    Map<String, LaneRow> swapped =
        records(row("live", SHADOW_ID, "d", "RUNNING"), row("shadow-1", "mooring", "", "RETIRED"));

    assertThat(shadow.instruction(swapped)).isEqualTo(new Run(Lane.LIVE, SHADOW_ID));
  }

  @Test
  void shouldFollowTheNextPromotionOnceItIsLive() {
    Map<String, LaneRow> next = records(row("live", "mooring-shadow-2", "d", "RUNNING"));

    assertThat(shadow.promoted().instruction(next))
        .isEqualTo(new Run(Lane.LIVE, "mooring-shadow-2"));
    assertThat(shadow.instruction(next)).isInstanceOf(End.class);
  }

  private static Map<String, LaneRow> records(LaneRow... rows) {
    return Stream.of(rows).collect(Collectors.toMap(LaneRow::getLane, Function.identity()));
  }

  private static LaneRow row(String lane, String applicationId, String digest, String state) {
    return LaneRow.newBuilder()
        .setLane(lane)
        .setApplicationId(applicationId)
        .setTopicPrefix(new Lane(lane).topicPrefix())
        .setTopologyDigest(digest)
        .setState(state)
        .build();
  }
}
