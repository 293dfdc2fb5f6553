package dev.mooring.registry;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What names the schema when the bytes themselves do not: newer serializers of Confluent can put it
 * into a header, and what they write is the bare Avro encoding. The header is a byte 1 and a GUID
 * of sixteen bytes, or a byte 0 and an id of four, highest byte first.
 */
public final class SchemaHeader {

  /** Name of the header for the value. */
  public static final String VALUE = "__value_schema_id";

  /** Name of the header for the key. */
  public static final String KEY = "__key_schema_id";

  private static final byte OF_ID = 0;
  private static final byte OF_GUID = 1;
  private static final int ID_LENGTH = 1 + Integer.BYTES;
  private static final int GUID_LENGTH = 1 + 2 * Long.BYTES;
  private static final int SHOWN = 24;

  private SchemaHeader() {}

  /**
   * What the last of a record's headers of that name says; empty without one, or when it is null.
   *
   * @throws SerializationException when it is of another form
   */
  public static Optional<SchemaId> find(Headers headers, boolean isKey) {
    Header header = headers == null ? null : headers.lastHeader(isKey ? KEY : VALUE);
    return header == null || header.value() == null ? Optional.empty() : Optional.of(parse(header));
  }

  /** Whether a header is the one for the value. */
  public static boolean isOfValue(Header header) {
    return header.key().equals(VALUE);
  }

  private static SchemaId parse(Header header) {
    byte[] bytes = header.value();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length == ID_LENGTH && bytes[0] == OF_ID) {
      return new SchemaId.Numeric(in.getInt(1));
    }
    if (bytes.length == GUID_LENGTH && bytes[0] == OF_GUID) {
      return new SchemaId.Guid(new UUID(in.getLong(1), in.getLong(1 + Long.BYTES)));
    }
    throw new SerializationException(
        "header "
            + header.key()
            + " is "
            + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SHOWN))
            + " ("
            + bytes.length
            + " bytes), should be 01 and the sixteen bytes of a GUID, or 00 and the four bytes of"
            + " an id");
  }
}
