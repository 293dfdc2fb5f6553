package dev.mooring.benchmarks.flink;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink which serializer a type has, so that it does not look for one by itself. */
final class PeerType<T> extends TypeInformation<T> {

  static final PeerType<RawEvent> EVENTS = new PeerType<>(RawEvent.class, RawEvent.Bytes.INSTANCE);
  static final PeerType<Difference> DIFFERENCES =
      new PeerType<>(Difference.class, Difference.Bytes.INSTANCE);
  static final PeerType<RowRecord> ROWS = new PeerType<>(RowRecord.class, RowRecord.Bytes.INSTANCE);

  private final Class<T> type;
  private final PeerSerializer<T> serializer;

  private PeerType(Class<T> type, PeerSerializer<T> serializer) {
    this.type = type;
    this.serializer = serializer;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof PeerType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PeerType<?> peer && peer.type == type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
