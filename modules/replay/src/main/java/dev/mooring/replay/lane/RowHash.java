package dev.mooring.replay.lane;

import dev.mooring.registry.WireFormat;
import dev.mooring.replay.Sha256;
import dev.mooring.topology.intake.SchemaSource;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.SchemaNormalization;

/**
 * Sums of keys and of values: the first eight bytes of SHA-256. Values of the same schema and the
 * same Avro body have the same sum, whatever the id under which a registry gives the schema. For
 * one thread only.
 */
final class RowHash {

  private final SchemaSource schemas;
  private final Map<Integer, Long> fingerprints = new HashMap<>();
  private final MessageDigest sha = Sha256.digest();

  RowHash(SchemaSource schemas) {
    this.schemas = schemas;
  }

  long ofKey(byte[] key) {
    return first(sha.digest(key));
  }

  /** The sum of a value on the wire, which may be null. */
  long ofValue(byte[] value) {
    if (value == null) {
      return RowSums.NONE;
    }
    int body = 0;
    if (WireFormat.isFramed(value)) {
      body = WireFormat.PREFIX_LENGTH;
      long schema = fingerprints.computeIfAbsent(WireFormat.schemaId(value), this::fingerprint);
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(schema).flip());
    }
    sha.update(value, body, value.length - body);
    long sum = first(sha.digest());
    return sum == RowSums.NONE ? 1 : sum;
  }

  private long fingerprint(int id) {
    return schemas.byId(id).map(SchemaNormalization::parsingFingerprint64).orElse((long) id);
  }

  private static long first(byte[] digest) {
    return ByteBuffer.wrap(digest).getLong();
  }
}
