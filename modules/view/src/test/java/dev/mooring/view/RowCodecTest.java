package dev.mooring.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.reference.Bank;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.registry.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class RowCodecTest {

  /** Another version, with its fields in another order and one more. */
  private static final Schema OTHER =
      SchemaBuilder.record(ReasonRow.class.getSimpleName())
          .namespace(ReasonRow.class.getPackageName())
          .fields()
          .requiredLong("count")
          .optionalString("later")
          .requiredString("reason")
          .requiredString("kind")
          .requiredString("id")
          .requiredString("scope")
          .endRecord();

  private static final ReasonRow ROW = new ReasonRow("bank", "dbs", "DECLINE", "CAPACITY", 3L);

  private final RowCodec codec = new RowCodec(ReasonRow.class, id -> OTHER, true);

  @Test
  void shouldHandOverTheBodyOfARowAsItIs() {
    byte[] bytes = codec.encode(ROW);

    assertThat(bodies(bytes)).containsExactly(body(bytes, WireFormat.PREFIX_LENGTH));
  }

  @Test
  void shouldHandOverTheBodyOfAnotherVersionByTheSchemaOfThisBuild() throws IOException {
    byte[] own = codec.encode(ROW);

    assertThat(bodies(WireFormat.frame(7, other()))).containsExactly(body(own, 5));
  }

  @Test
  void shouldRefuseWhatIsNoRow() {
    assertThatThrownBy(() -> codec.check(WireFormat.frame(7, new byte[] {2}), null))
        .hasMessageContaining("no ReasonRow of schema id 7");
  }

  @Test
  void shouldKnowFromARowThatNoHeaderNeedBeAsked() throws IOException {
    byte[] bytes = WireFormat.reframe(7, codec.encode(ROW));

    assertThat(codec.saysItsSchema(bytes)).as("before the schema is known").isFalse();
    codec.check(WireFormat.frame(7, other()), null);

    assertThat(codec.saysItsSchema(bytes)).isTrue();
    assertThat(codec.saysItsSchema(body(bytes, WireFormat.PREFIX_LENGTH))).as("bare").isFalse();
    assertThat(codec.saysItsSchema(WireFormat.reframe(8, bytes))).as("other id").isFalse();
  }

  @Test
  void shouldAlwaysAskTheHeadersOfWhatOthersWrite() {
    RowCodec others = new RowCodec(Bank.class, id -> OTHER, false);

    byte[] bytes = others.encode(Bank.newBuilder().setId("dbs").setName("DBS").build());

    assertThat(others.saysItsSchema(bytes)).isFalse();
  }

  private List<byte[]> bodies(byte[] value) {
    List<byte[]> bodies = new ArrayList<>();
    codec.body(value, 0, value.length, (bytes, from) -> bodies.add(body(bytes, from)));
    return bodies;
  }

  private static byte[] body(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte[] other() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
    var row =
        new GenericRecordBuilder(OTHER)
            .set("count", 3L)
            .set("later", "x")
            .set("reason", "CAPACITY")
            .set("kind", "DECLINE")
            .set("id", "dbs")
            .set("scope", "bank")
            .build();
    new GenericDatumWriter<>(OTHER).write(row, out);
    out.flush();
    return bytes.toByteArray();
  }
}
