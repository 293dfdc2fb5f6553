package dev.mooring.benchmarks.peer;

import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.ReasonKey;
import dev.mooring.metrics.Tally;
import dev.mooring.topology.state.TallyCodec;
import dev.mooring.topology.state.TallyParts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tallies as bytes, with the codec of Mooring's own differences. */
public final class TallyBytes {

  private TallyBytes() {}

  /** Writes a tally. */
  public static void write(Tally tally, DataOutput out) throws IOException {
    List<byte[]> pieces = new ArrayList<>(1);
    TallyCodec.write(tally, pieces::add);
    Numbers.writeAll(pieces, out);
  }

  /** Reads a tally. */
  public static Tally read(DataInput in) throws IOException {
    Tally tally = new Tally();
    Numbers.readAll(in).forEach(piece -> TallyCodec.addTo(new Adding(tally), piece));
    return tally;
  }

  private record Adding(Tally tally) implements TallyParts {

    @Override
    public void addTotals(Counts more) {
      tally.totals().addAll(more);
    }

    @Override
    public void addDay(int day, Counts more) {
      tally.addOn(day, more);
    }

    @Override
    public void addDaysToOpen(long days, long count) {
      tally.addDaysToOpen(days, count);
    }

    @Override
    public void addReason(ReasonKey key, long count) {
      tally.addReason(key, count);
    }

    @Override
    public void addMember(Member member, String id, long count) {
      tally.addMember(member, id, count);
    }
  }
}
