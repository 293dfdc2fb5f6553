package dev.mooring.benchmarks.peer;

import dev.mooring.metrics.Parties;
import dev.mooring.topology.state.PackedDossier;
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
  public static byte[] write(PackedDossier dossier) {
    List<byte[]> segments = new ArrayList<>(1);
    for (int i = 0; i < dossier.segments(); i++) {
      segments.add(dossier.segment(i));
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
  public static PackedDossier read(Parties parties, byte[] bytes) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      return new PackedDossier(parties, Numbers.readAll(in));
    } catch (IOException e) {
      throw new UncheckedIOException("reading a dossier under key " + parties.key(), e);
    }
  }
}
