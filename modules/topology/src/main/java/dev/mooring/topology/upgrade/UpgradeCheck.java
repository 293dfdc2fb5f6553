package dev.mooring.topology.upgrade;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares two builds. Each rule looks at one part of them; the gravest finding is the verdict.
 *
 * @param findings every difference, the gravest first; none when the builds are the same in Kafka
 */
public record UpgradeCheck(List<Finding> findings) {

  private static final List<Rule> RULES =
      List.of(
          new TopicRule(),
          new SchemaRule(),
          new CodeRule(),
          NumberRule.STATE,
          NumberRule.DEFINITION,
          new ShapeRule());

  /** Asked when no other rule stands against instances of both builds side by side. */
  private static final Rule LAST = new DigestRule();

  public UpgradeCheck {
    findings = findings.stream().sorted(Comparator.comparing(Finding::needs).reversed()).toList();
  }

  /** What it takes to put a new build in the place of an old one. */
  public static UpgradeCheck of(Build old, Build now) {
    UpgradeCheck check =
        new UpgradeCheck(RULES.stream().flatMap(rule -> rule.findings(old, now)).toList());
    return check.verdict() == Verdict.ROLLING
        ? check.with(LAST.findings(old, now).toList())
        : check;
  }

  /** How the new build may take the place of the old one. */
  public Verdict verdict() {
    return findings.isEmpty() ? Verdict.ROLLING : findings.getFirst().needs();
  }

  private UpgradeCheck with(List<Finding> more) {
    return new UpgradeCheck(Stream.concat(findings.stream(), more.stream()).toList());
  }
}
