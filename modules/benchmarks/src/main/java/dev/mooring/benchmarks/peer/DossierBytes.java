package dev.mooring.benchmarks.peer;

import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.Parties;
import dev.mooring.topology.state.DossierCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A dossier as one piece of bytes. */
public final class DossierBytes {

  private DossierBytes() {}

  /** A dossier as bytes. */
  public static byte[] write(Dossier dossier) {
    List<byte[]> segments = new ArrayList<>(1);
    for (int i = 0; i == 0 || i * DossierCodec.SEGMENT < dossier.slots().size(); i++) {
      segments.add(DossierCodec.segment(dossier, i));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Numbers.writeAll(segments, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    return bytes.toByteArray();
  }

  /** The dossier that was written. */
  public static Dossier read(Parties parties, byte[] bytes) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      return DossierCodec.dossier(parties, Numbers.readAll(in));
    } catch (IOException e) {
      throw new UncheckedIOException("reading a dossier under key " + parties.key(), e);
    }
  }
}
