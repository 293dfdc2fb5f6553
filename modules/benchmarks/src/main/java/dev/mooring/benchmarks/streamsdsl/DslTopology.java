package dev.mooring.benchmarks.streamsdsl;

import dev.mooring.benchmarks.peer.ChangedRows;
import dev.mooring.benchmarks.peer.Changes;
import dev.mooring.benchmarks.peer.Registry;
import dev.mooring.benchmarks.peer.Row;
import dev.mooring.benchmarks.peer.ScopeRows;
import dev.mooring.benchmarks.peer.Summary;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.Scope;
import dev.mooring.metrics.Tally;
import dev.mooring.registry.AvroSerde;
import dev.mooring.topology.state.WithdrawalCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The whole job in tables.
 *
 * <p>Each event goes into its relationship; what that changes is parted into cells (totals, a day,
 * a reason, a counterpart), which a table adds up; what cells say of their bank, city or country
 * another table adds up.
 *
 * <p>One thing an aggregation cannot do: a bank's withdrawal concerns relationships under other
 * keys. So relationships are folded by a processor on a store of its own, and a second one, which
 * gets the withdrawals in every partition, looks through the bank's relationships there.
 */
final class DslTopology {

  static final String WITHDRAWALS = "withdrawals";
  static final String DIFFERENCES = "differences";
  static final String PARTS = "parts";

  private final AvroSerde avro;
  private final int partitions;
  private final boolean inMemory;

  DslTopology(String registry, int partitions, boolean inMemory) {
    this.avro = Registry.serde(registry);
    this.partitions = partitions;
    this.inMemory = inMemory;
  }

  Topology build(Properties settings) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
    KStream<String, Changes> changes = foldRelationships(builder);
    send(changes.flatMapValues(DslTopology::rowsOf));
    KTable<String, Tally> cells = addUpCells(changes);
    send(cells.toStream().flatMap(DslTopology::rowOfCell));
    send(addUpParts(cells).toStream().map(DslTopology::rowOfScope));
    return builder.build(settings);
  }

  private KStream<String, Changes> foldRelationships(StreamsBuilder builder) {
    String[] stores = {Relationships.DOSSIERS, Relationships.WITHDRAWALS};
    for (String store : stores) {
      builder.addStateStore(Relationships.store(store, inMemory));
    }
    KStream<String, Changes> byEvents =
        builder.stream(
                Topics.EVENTS.name(), Consumed.with(Serdes.String(), avro.forType(Event.class)))
            .process(FoldEvents::new, stores);
    KStream<String, Changes> byWithdrawals =
        byEvents
            .flatMap((key, changes) -> withdrawalsOf(changes))
            .repartition(
                Repartitioned.with(Serdes.ByteArray(), Serdes.ByteArray())
                    .withName(WITHDRAWALS)
                    .withNumberOfPartitions(partitions)
                    .withStreamPartitioner((topic, key, value, count) -> everywhere(count)))
            .process(FollowWithdrawals::new, stores);
    return byEvents.merge(byWithdrawals);
  }

  private static KTable<String, Tally> addUpCells(KStream<String, Changes> changes) {
    return changes
        .flatMap((key, change) -> cellsOf(change))
        .groupByKey(Grouped.with(DIFFERENCES, Serdes.String(), DataSerde.tallies()))
        .aggregate(
            Tally::new,
            (cell, difference, sum) -> {
              sum.addAll(difference);
              return sum.isZero() ? null : sum;
            },
            table("cells", DataSerde.tallies()));
  }

  private static KTable<String, Summary> addUpParts(KTable<String, Tally> cells) {
    return cells
        .filter((cell, tally) -> !(Cell.ofKey(cell) instanceof Cell.ReasonGiven))
        .groupBy(
            (cell, tally) -> KeyValue.pair(Cell.ofKey(cell).scopeKey(), new Part(cell, tally)),
            Grouped.with(PARTS, Serdes.String(), DataSerde.parts()))
        .aggregate(
            Summary::new,
            (scope, part, summary) -> part.addTo(summary),
            (scope, part, summary) -> part.takeFrom(summary),
            table("summaries", DataSerde.summaries()));
  }

  private static <T> Materialized<String, T, KeyValueStore<Bytes, byte[]>> table(
      String name, Serde<T> values) {
    return Materialized.<String, T, KeyValueStore<Bytes, byte[]>>as(name)
        .withKeySerde(Serdes.String())
        .withValueSerde(values);
  }

  private void send(KStream<String, Row> rows) {
    Serializer<Object> serializer = avro.serializer();
    Serde<Row> serde =
        Serdes.serdeFrom(
            (topic, row) -> row.value() == null ? null : serializer.serialize(topic, row.value()),
            (topic, bytes) -> {
              throw new UnsupportedOperationException("rows are only written");
            });
    rows.selectKey((key, row) -> row.key())
        .to(
            (key, row, context) -> row.topic().name(),
            Produced.with(Serdes.String(), serde)
                .withStreamPartitioner(
                    (topic, key, row, count) -> Optional.of(Set.of(row.partition(count)))));
  }

  private static List<Row> rowsOf(Changes change) {
    List<Row> rows = new ArrayList<>();
    ChangedRows.forEach(change, rows::add);
    return rows;
  }

  private static List<KeyValue<String, Tally>> cellsOf(Changes change) {
    List<KeyValue<String, Tally>> cells = new ArrayList<>();
    for (Scope scope : Scope.values()) {
      change
          .tallies()
          .of(scope)
          .forEach(
              (id, difference) ->
                  Cell.split(
                      scope,
                      id,
                      difference,
                      (cell, tally) -> cells.add(KeyValue.pair(cell.key(), tally))));
    }
    return cells;
  }

  private static List<KeyValue<byte[], byte[]>> withdrawalsOf(Changes change) {
    return change.withdrawals().stream()
        .map(message -> KeyValue.pair(WithdrawalCodec.key(message), WithdrawalCodec.value(message)))
        .toList();
  }

  private static List<KeyValue<String, Row>> rowOfCell(String key, Tally tally) {
    Tally known = tally == null ? new Tally() : tally;
    return switch (Cell.ofKey(key)) {
      case Cell.Day(Scope scope, String id, int day) when scope != Scope.COUNTRY ->
          List.of(KeyValue.pair(key, ScopeRows.daily(scope, id, day, known.days().get(day))));
      case Cell.ReasonGiven(Scope scope, String id, var reason) -> {
        long count = known.reasons().get(reason);
        yield List.of(KeyValue.pair(key, ScopeRows.reason(scope, id, reason, count)));
      }
      default -> List.of();
    };
  }

  private static KeyValue<String, Row> rowOfScope(String key, Summary summary) {
    Cell scope = Cell.ofKey(key);
    return KeyValue.pair(key, ScopeRows.metrics(scope.scope(), scope.id(), summary.toTally()));
  }

  private static Optional<Set<Integer>> everywhere(int partitions) {
    return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
  }
}
