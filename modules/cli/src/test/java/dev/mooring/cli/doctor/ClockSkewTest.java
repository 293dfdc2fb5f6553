package dev.mooring.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.doctor.Finding.Result;
import org.junit.jupiter.api.Test;

class ClockSkewTest {

  @Test
  void shouldTakeTheMiddleOfTheRoundTripForOurTime() {
    assertThat(ClockSkew.of(1_000, 1_020, 1_040)).isEqualTo(new ClockSkew(0, 21));
    assertThat(ClockSkew.of(1_000, 6_000, 1_010)).isEqualTo(new ClockSkew(4_995, 6));
  }

  @Test
  void shouldCountOnlyWhatIsMoreThanTheDoubt() {
    assertThat(result(new ClockSkew(900, 5))).isEqualTo(Result.OK);
    assertThat(result(new ClockSkew(3_000, 2_500))).isEqualTo(Result.OK);
    assertThat(result(new ClockSkew(-3_000, 10))).isEqualTo(Result.WARNING);
    assertThat(result(new ClockSkew(7_200_000, 10))).isEqualTo(Result.WARNING);
  }

  @Test
  void shouldFailWhereTheBrokerWouldRefuseOurTimestamps() {
    assertThat(result(new ClockSkew(-7_200_000, 10))).isEqualTo(Result.FAILED);
    assertThat(new ClockSkew(-7_200_000, 10).finding("clock").what())
        .isEqualTo("we are ahead, 7200000 ms apart, give or take 10");
  }

  private static Result result(ClockSkew skew) {
    return skew.finding("clock").result();
  }
}
