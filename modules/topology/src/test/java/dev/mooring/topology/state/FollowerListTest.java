package dev.mooring.topology.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A bank with more dossiers than fit one chunk. */
class FollowerListTest {

  private static final int MANY = 2_500;

  private final FollowerList followers = new FollowerList();
  private final List<KeptDossier> dossiers =
      IntStream.range(0, MANY)
          .mapToObj(i -> new KeptDossier(("bank/firm-" + i).getBytes(UTF_8), null))
          .toList();

  @Test
  void shouldTellEachDossierOnceAfterARestart() {
    // given
    dossiers.forEach(followers::add);
    allNext(700);

    // when
    followers.restart();
    List<KeptDossier> told = allNext(700);

    // then
    assertThat(told).containsExactlyElementsOf(dossiers);
  }

  @Test
  void shouldGoOnWithWhatWasAddedMeanwhile() {
    // given
    dossiers.subList(0, 1_024).forEach(followers::add);
    List<KeptDossier> told = allNext(1_000);

    // when
    dossiers.subList(1_024, MANY).forEach(followers::add);
    told.addAll(allNext(1_000));

    // then
    assertThat(told).containsExactlyElementsOf(dossiers);
    assertThat(followers.next(1)).isEmpty();
  }

  private List<KeptDossier> allNext(int most) {
    List<KeptDossier> told = new ArrayList<>();
    while (followers.hasNext()) {
      List<KeptDossier> next = followers.next(most);
      assertThat(next).hasSizeBetween(1, most);
      told.addAll(next);
    }
    return told;
  }
}
