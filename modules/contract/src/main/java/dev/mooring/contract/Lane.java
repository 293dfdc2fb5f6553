package dev.mooring.contract;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A lane: one running generation of the topology with its own output topics. There is the live one,
 * whose topics are those of the catalogue, and shadows, which replay history beside it into topics
 * of their own: {@code mooring.shadow-1.bank-metrics.v1}.
 *
 * @param name {@code live}, or {@code shadow-} and a number from 1 on
 */
public record Lane(String name) {

  private static final String SHADOW = "shadow-";
  private static final Pattern NAMES = Pattern.compile("live|shadow-[1-9][0-9]{0,8}");
  private static final String COMMON_PREFIX = "mooring.";

  /** The lane whose rows everybody reads. */
  public static final Lane LIVE = new Lane("live");

  public Lane {
    if (!NAMES.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "lane: '%s', should be live, or shadow- and a number such as shadow-1".formatted(name));
    }
  }

  /** The shadow with a number, from 1 on. */
  public static Lane shadow(int number) {
    return new Lane(SHADOW + number);
  }

  public boolean isLive() {
    return equals(LIVE);
  }

  /** What the names of its output topics begin with. */
  public String topicPrefix() {
    return isLive() ? COMMON_PREFIX : COMMON_PREFIX + name + ".";
  }

  /** A topic that the catalogue declares, as this lane writes it. */
  public TopicSpec topic(TopicSpec declared) {
    return isLive()
        ? declared
        : declared.named(topicPrefix() + declared.name().substring(COMMON_PREFIX.length()));
  }

  /** All topics that this lane writes: rows and dead letters. */
  public List<TopicSpec> outputs() {
    return Stream.concat(Stream.of(Topics.REJECTED), Topics.OUTPUTS.stream())
        .map(this::topic)
        .toList();
  }

  /** The application.id of this lane, beside a live one with a given application.id. */
  public String applicationId(String live) {
    return isLive() ? live : live + "-" + name;
  }

  @Override
  public String toString() {
    return name;
  }
}
