package dev.mooring.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the checks against made-up changes: a check that cannot fail checks nothing. */
class SchemaChecksTest {

  private static final String GOOD =
      """
      {"type":"record","name":"Row","doc":"A row.","fields":[
        {"name":"id","doc":"Id.","type":"string"},
        {"name":"count","doc":"Count.","type":"long","default":0},
        {"name":"day","doc":"Day.","type":["null",{"type":"int","logicalType":"date"}],"default":null},
        {"name":"kind","doc":"Kind.","type":{"type":"enum","name":"Kind","doc":"A kind.",
          "symbols":["UNRECOGNISED","A","B"],"default":"UNRECOGNISED"}}]}
      """;
  private static final String ID = "{'name':'id','doc':'Id.','type':'string'},";

  @ParameterizedTest
  @MethodSource
  void shouldAllow(String what, String from, String to) {
    Schema later = changed(from, to);

    assertThat(SchemaEvolution.problems(schema(GOOD), later)).as(what).isEmpty();
    assertThat(SchemaEvolution.problems(later, later)).isEmpty();
    assertThat(SchemaChecks.shape(later)).isEmpty();
  }

  static Stream<Arguments> shouldAllow() {
    return Stream.of(
        Arguments.of(
            "a field with a default at the end",
            "}}]}",
            "}},{'name':'x','doc':'X.','type':'long','default':0}]}"),
        Arguments.of("a symbol at the end", "'A','B'", "'A','B','C'"),
        Arguments.of("other words", "A row.", "One row."));
  }

  @ParameterizedTest
  @MethodSource
  void shouldRefuseToEvolve(String what, String from, String to) {
    assertThat(SchemaEvolution.problems(schema(GOOD), changed(from, to))).as(what).isNotEmpty();
  }

  static Stream<Arguments> shouldRefuseToEvolve() {
    return Stream.of(
        Arguments.of("a field without a default", "}}]}", "}},{'name':'x','type':'long'}]}"),
        Arguments.of(
            "a field that is not at the end", ID, ID + "{'name':'x','type':'int','default':0},"),
        Arguments.of(
            "a field that is gone",
            "{'name':'count','doc':'Count.','type':'long','default':0},",
            ""),
        Arguments.of("another name", "'name':'count'", "'name':'number'"),
        Arguments.of("another type", "'type':'long'", "'type':'int'"),
        Arguments.of("a type that Avro promotes both ways", "'type':'string'", "'type':'bytes'"),
        Arguments.of("another default", "'default':0", "'default':1"),
        Arguments.of("a default that is gone", ",'default':0", ""),
        Arguments.of("another logical type", "'logicalType':'date'", "'logicalType':'time-millis'"),
        Arguments.of("a symbol that is gone", "'A','B'", "'A'"),
        Arguments.of("a symbol in between", "'A','B'", "'A','C','B'"),
        Arguments.of("an enum that turns into text", "'logicalType':'date'", "'logicalType':'x'"),
        Arguments.of("another name of the record", "'name':'Row'", "'name':'Line'"));
  }

  @Test
  void shouldRefuseAnOlderVersionThatCannotBeRead() {
    Schema withoutDefault = changed(",'default':0", "");
    Schema without = changed("{'name':'count','doc':'Count.','type':'long','default':0},", "");

    assertThat(SchemaEvolution.problems(without, withoutDefault))
        .anyMatch(complaint -> complaint.startsWith("later cannot read earlier"));
    assertThat(SchemaEvolution.problems(withoutDefault, without))
        .anyMatch(complaint -> complaint.startsWith("earlier cannot read later"));
  }

  @ParameterizedTest
  @MethodSource
  void shouldRefuseTheShape(String what, String from, String to) {
    assertThat(SchemaChecks.shape(changed(from, to))).as(what).hasSize(1);
  }

  static Stream<Arguments> shouldRefuseTheShape() {
    return Stream.of(
        Arguments.of("a field without a doc", "'doc':'Id.',", ""),
        Arguments.of("a record without a doc", "'doc':'A row.',", ""),
        Arguments.of("an enum without a doc", "'doc':'A kind.',", ""),
        Arguments.of("an enum without a default", ",'default':'UNRECOGNISED'", ""),
        Arguments.of("another default", "'default':'UNRECOGNISED'", "'default':'A'"),
        Arguments.of("another first symbol", "'UNRECOGNISED','A'", "'A','UNRECOGNISED'"));
  }

  @Test
  void shouldTellMeaningFromWords() {
    String reworded = GOOD.replace("A row.", "One row.").replace("\n", " ");

    assertThat(SchemaChecks.meaning(reworded)).isEqualTo(SchemaChecks.meaning(GOOD));
    assertThat(SchemaChecks.meaning(GOOD.replace("\"default\":0", "\"default\":1")))
        .isNotEqualTo(SchemaChecks.meaning(GOOD));
    assertThat(SchemaChecks.meaning(GOOD.replace("\"date\"", "\"time-millis\"")))
        .isNotEqualTo(SchemaChecks.meaning(GOOD));
  }

  private static Schema changed(String from, String to) {
    String quoted = from.replace('\'', '"');
    assertThat(GOOD).contains(quoted);
    return schema(GOOD.replace(quoted, to.replace('\'', '"')));
  }

  private static Schema schema(String avsc) {
    return SchemaFiles.parse(avsc);
  }
}
