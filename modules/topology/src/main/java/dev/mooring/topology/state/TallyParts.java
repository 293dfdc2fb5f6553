package dev.mooring.topology.state;

import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.ReasonKey;

/** Takes the parts of a difference, one after the other. */
public interface TallyParts {

  /** Adds to the counts in all. */
  void addTotals(Counts more);

  /** Adds to the counts of a UTC day, counted from 1970-01-01. */
  void addDay(int day, Counts more);

  /** Adds moorings that took so many days to open. */
  void addDaysToOpen(long days, long count);

  /** Adds to how often a reason was given. */
  void addReason(ReasonKey key, long count);

  /** Adds moorings with a counterpart. */
  void addMember(Member member, String id, long count);
}
