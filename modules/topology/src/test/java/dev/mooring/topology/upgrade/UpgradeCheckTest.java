package dev.mooring.topology.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UpgradeCheckTest {

  private static final String KEPT = BuildFile.json(BuildFile.ofThisBuild());

  @Test
  void shouldRollOverTheSameBuild() {
    // when
    UpgradeCheck check = UpgradeCheck.of(BuildFile.ofThisBuild(), BuildFile.ofThisBuild());

    // then
    assertThat(check.verdict()).isEqualTo(Verdict.ROLLING);
    assertThat(check.findings()).isEmpty();
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("state", "\"state\" : 3", "\"state\" : 4", "SHADOW_REPLAY"),
        change("the definition", "\"definition\" : 1", "\"definition\" : 2", "SHADOW_REPLAY"),
        change("a store", "(stores: [dossiers])", "(stores: [files])", "SHADOW_REPLAY"),
        change(
            "a new code",
            "\"OPEN_BY_FIRM\" : 3",
            "\"OPEN_BY_FIRM\" : 3, \"NEW\" : 4",
            "SHADOW_REPLAY"),
        change("a code used again", "\"OPEN_BY_FIRM\" : 3", "\"OTHER\" : 3", "REFUSED"),
        change("a lost topic", "\"mooring.stances.v1\" :", "\"mooring.stances.v2\" :", "REFUSED"),
        change("another key", "bank/day by part", "day/bank by part", "REFUSED"),
        change("a lost field", "\"name\" : \"reason\"", "\"name\" : \"why\"", "REFUSED"),
        change("a lost symbol", "\"SUPPORTIVE\"", "\"KIND\"", "REFUSED"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("changes")
  void shouldJudge(String what, String from, String to, Verdict verdict) throws IOException {
    // given
    assertThat(KEPT).as(what).contains(from);
    Build now = parsed(KEPT.replace(from, to));

    // when
    UpgradeCheck check = UpgradeCheck.of(BuildFile.ofThisBuild(), now);

    // then
    assertThat(check.verdict()).as(check.findings().toString()).isEqualTo(verdict);
  }

  @Test
  void shouldRollWhenEventsGrow() throws IOException {
    // given
    ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(KEPT);
    ObjectNode field = ((ArrayNode) tree.at("/schemas/mooring.events.v1-value/fields")).addObject();
    field.put("name", "reference").putArray("type").add("null").add("string");
    field.putNull("default");

    // when
    UpgradeCheck check = UpgradeCheck.of(BuildFile.ofThisBuild(), parsed(tree.toString()));

    // then
    assertThat(check.verdict()).as(check.findings().toString()).isEqualTo(Verdict.ROLLING);
    assertThat(check.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.why()).contains("before a publisher"));
  }

  @Test
  void shouldRollOverATopicThatIsNewOnceItIsMade() throws IOException {
    // given
    Build old = parsed(without("/topics", "mooring.stances.v1"));

    // when
    UpgradeCheck check = UpgradeCheck.of(old, BuildFile.ofThisBuild());

    // then
    assertThat(check.findings())
        .containsExactly(
            Finding.rolling("topic mooring.stances.v1", "new: run `mooring topics apply` first"));
  }

  @Test
  void shouldReplayWhenOnlyTheDigestTellsThatRowsAreWrittenOtherwise() throws IOException {
    // given
    String digest = BuildFile.ofThisBuild().digest();
    Build now = parsed(KEPT.replace(digest, "another"));

    // when
    UpgradeCheck check = UpgradeCheck.of(BuildFile.ofThisBuild(), now);

    // then
    assertThat(check.verdict()).isEqualTo(Verdict.SHADOW_REPLAY);
    assertThat(check.findings()).extracting(Finding::part).containsExactly("digest");
  }

  @Test
  void shouldPutTheGravestFirstAndNotRepeatItByTheDigest() throws IOException {
    // given
    String digest = BuildFile.ofThisBuild().digest();
    String other = without("/topics", "mooring.stances.v1").replace(digest, "another");
    Build now = parsed(other.replace("\"definition\":1", "\"definition\":2"));

    // when
    UpgradeCheck check = UpgradeCheck.of(BuildFile.ofThisBuild(), now);

    // then
    assertThat(check.findings())
        .extracting(Finding::needs, Finding::part)
        .containsExactly(
            tuple(Verdict.REFUSED, "topic mooring.stances.v1"),
            tuple(Verdict.SHADOW_REPLAY, "definition"));
  }

  @Test
  void shouldNotGuessAtADescriptionThatIsNewer() {
    assertThatThrownBy(() -> parsed(KEPT.replace("\"format\" : 1", "\"format\" : 2")))
        .hasMessageContaining("format 2, should be 1");
  }

  private static Arguments change(String what, String from, String to, String verdict) {
    return Arguments.of(what, from, to, Verdict.valueOf(verdict));
  }

  private static String without(String place, String name) throws IOException {
    ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(KEPT);
    assertThat(((ObjectNode) tree.at(place)).remove(name)).as(name).isNotNull();
    return tree.toString();
  }

  private static Build parsed(String json) throws IOException {
    return BuildFile.parse(json.getBytes(StandardCharsets.UTF_8), Path.of("test"));
  }
}
