package dev.mooring.replay.lane;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.topology.Nodes;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which topics belong to a lane, by their names. */
final class LaneTopics {

  private static final Pattern SHADOW = Pattern.compile(".*-shadow-[1-9][0-9]{0,8}");

  private LaneTopics() {}

  /**
   * The internal topics of an application. Those of a shadow's may be of another build, and have
   * names that this one does not know; but of any other only the known ones are taken: what else
   * begins like {@code mooring-} may be somebody else's.
   */
  static List<String> internal(Collection<String> there, String applicationId) {
    List<String> known =
        Stream.concat(
                Stream.of(Nodes.WITHDRAWALS, Nodes.DIFFERENCES)
                    .map(topic -> Nodes.topic(applicationId, topic)),
                Stream.of(Nodes.DOSSIER_STORE, Nodes.TALLY_STORE, Nodes.IDENTITY_STORE)
                    .map(store -> Nodes.changelog(applicationId, store)))
            .toList();
    Predicate<String> own =
        SHADOW.matcher(applicationId).matches()
            ? topic -> topic.startsWith(applicationId + "-") && isInternal(topic)
            : known::contains;
    return there.stream().filter(own).sorted().toList();
  }

  /**
   * The output topics of a shadow, those of other builds among them.
   *
   * @throws IllegalArgumentException for the live lane, whose topics nobody removes
   */
  static List<String> outputs(Collection<String> there, Lane shadow) {
    requireShadow(shadow);
    return there.stream().filter(topic -> topic.startsWith(shadow.topicPrefix())).sorted().toList();
  }

  /** The subjects of a shadow's output topics: all that there may be, and those of other builds. */
  static List<String> subjects(Collection<String> there, Lane shadow) {
    requireShadow(shadow);
    return Stream.concat(
            shadow.outputs().stream()
                .filter(topic -> topic.schema().isPresent())
                .map(TopicSpec::subject),
            there.stream().filter(subject -> subject.startsWith(shadow.topicPrefix())))
        .distinct()
        .sorted()
        .toList();
  }

  private static void requireShadow(Lane lane) {
    if (lane.isLive()) {
      throw new IllegalArgumentException("lane: live, should be a shadow");
    }
  }

  private static boolean isInternal(String topic) {
    return topic.endsWith("-changelog") || topic.endsWith("-repartition");
  }
}
