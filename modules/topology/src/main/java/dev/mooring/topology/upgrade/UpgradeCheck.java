package dev.mooring.topology.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.contract.Topics;
import dev.mooring.contract.schema.SchemaEvolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * Compares two builds. Each rule looks at one part of them; the gravest finding is the verdict.
 *
 * @param findings every difference, the gravest first; none when the builds are the same in Kafka
 */
public record UpgradeCheck(List<Finding> findings) {

  private static final String EVENTS = Topics.EVENTS.subject();

  public UpgradeCheck {
    findings = findings.stream().sorted(Comparator.comparing(Finding::needs).reversed()).toList();
  }

  /** What it takes to put a new build in the place of an old one. */
  public static UpgradeCheck of(Build old, Build now) {
    List<Finding> findings = new ArrayList<>();
    topics(old, now, findings);
    schemas(old, now, findings);
    codes(old, now, findings);
    numbers(old, now, findings);
    topology(old, now, findings);
    return new UpgradeCheck(findings);
  }

  /** How the new build may take the place of the old one. */
  public Verdict verdict() {
    return findings.isEmpty() ? Verdict.ROLLING : findings.getFirst().needs();
  }

  private static void topics(Build old, Build now, List<Finding> findings) {
    new TreeMap<>(old.topics())
        .forEach(
            (name, place) -> {
              String part = "topic " + name;
              String other = now.topics().get(name);
              if (other == null) {
                findings.add(
                    refused(part, "the new build has none of that name: its users lose it"));
              } else if (!other.equals(place)) {
                findings.add(refused(part, "was %s, is %s".formatted(place, other)));
              }
            });
    added(old.topics(), now.topics())
        .forEach(
            name ->
                findings.add(
                    new Finding(
                        Verdict.ROLLING,
                        "topic " + name,
                        "new: run `mooring topics apply` first")));
  }

  private static void schemas(Build old, Build now, List<Finding> findings) {
    new TreeMap<>(old.schemas())
        .forEach(
            (subject, before) -> {
              JsonNode after = now.schemas().get(subject);
              if (after != null && !after.equals(before)) {
                findings.add(schema(subject, parsed(before), parsed(after)));
              }
            });
  }

  private static Finding schema(String subject, Schema before, Schema after) {
    String part = "schema " + subject;
    List<String> problems = SchemaEvolution.problems(before, after);
    if (!problems.isEmpty()) {
      return refused(part, String.join("; ", problems));
    }
    return new Finding(
        Verdict.ROLLING,
        part,
        subject.equals(EVENTS)
            ? "grew: upgrade every topology before a publisher; until then events with new"
                + " values are rejected as NEWER_SCHEMA, and may be republished"
            : "grew: readers of the old one go on");
  }

  /** A code that was used for something else would be read wrongly, without anybody noticing. */
  private static void codes(Build old, Build now, List<Finding> findings) {
    new TreeMap<>(old.codes())
        .forEach(
            (kind, before) -> {
              Map<String, Integer> after = now.codes().getOrDefault(kind, Map.of());
              String part = "codes of " + kind;
              if (isReused(before, after) && now.state() == old.state()) {
                findings.add(
                    refused(part, "a code means something else now, in state of the same format"));
              } else if (!before.equals(after)) {
                findings.add(
                    replay(part, "state written with the one set stops a build of the other"));
              }
            });
  }

  private static boolean isReused(Map<String, Integer> before, Map<String, Integer> after) {
    Map<Integer, String> names = new HashMap<>();
    before.forEach((name, code) -> names.put(code, name));
    return after.entrySet().stream()
        .anyMatch(
            entry -> {
              String was = names.get(entry.getValue());
              return was != null && !was.equals(entry.getKey());
            });
  }

  private static void numbers(Build old, Build now, List<Finding> findings) {
    if (old.state() != now.state()) {
      findings.add(
          replay(
              "state",
              "format was %d, is %d: changelogs cannot be gone on with"
                  .formatted(old.state(), now.state())));
    }
    if (old.definition() != now.definition()) {
      findings.add(
          replay(
              "definition",
              "of the metrics was %d, is %d: the same events come to other rows"
                  .formatted(old.definition(), now.definition())));
    }
  }

  private static void topology(Build old, Build now, List<Finding> findings) {
    List<String> gone = Lines.only(old.topology(), now.topology());
    List<String> added = Lines.only(now.topology(), old.topology());
    if (!gone.isEmpty() || !added.isEmpty()) {
      findings.add(replay("topology", "without: %s; with: %s".formatted(told(gone), told(added))));
    }
    boolean explained = findings.stream().anyMatch(finding -> finding.needs() != Verdict.ROLLING);
    if (!old.digest().equals(now.digest()) && !explained) {
      findings.add(
          replay(
              "digest", "rows are written otherwise: instances of both would refuse each other"));
    }
  }

  private static String told(List<String> lines) {
    return lines.isEmpty() ? "nothing" : String.join(", ", lines);
  }

  private static List<String> added(Map<String, ?> before, Map<String, ?> after) {
    return after.keySet().stream().filter(name -> !before.containsKey(name)).sorted().toList();
  }

  private static Schema parsed(JsonNode json) {
    return new Schema.Parser().parse(json.toString());
  }

  private static Finding refused(String part, String why) {
    return new Finding(Verdict.REFUSED, part, why);
  }

  private static Finding replay(String part, String why) {
    return new Finding(Verdict.SHADOW_REPLAY, part, why);
  }
}
