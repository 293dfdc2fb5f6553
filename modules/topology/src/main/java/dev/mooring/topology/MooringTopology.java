package dev.mooring.topology;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.topology.stage.RelationshipProcessor;
import dev.mooring.topology.stage.StageTools;
import dev.mooring.topology.stage.TallyProcessor;
import dev.mooring.topology.stage.WithdrawalProcessor;
import dev.mooring.topology.state.DossierState;
import dev.mooring.topology.state.HeapStoreBuilder;
import dev.mooring.topology.state.IdentityStore;
import dev.mooring.topology.state.TallyState;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The topology: events in, rows out.
 *
 * <pre>
 *  events ──&gt; relationships ──&gt; moorings, stances, ledger, rejected
 *                │      ▲
 *                │      └── follow-withdrawals &lt;── withdrawals (to every partition) &lt;──┐
 *                ├──────────────────────────────────────────────────────────────────────┘
 *                └──&gt; differences (by bank, city, country) ──&gt; tallies ──&gt; metrics, daily, reasons
 * </pre>
 */
public final class MooringTopology {

  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private final int partitions;
  private final StageTools tools;
  private final Supplier<DossierState> dossiers;

  /**
   * A topology.
   *
   * @param partitions number of partitions of the events topic
   * @param dossiers make empty states of the relationship stage
   */
  public MooringTopology(int partitions, StageTools tools, Supplier<DossierState> dossiers) {
    this.partitions = partitions;
    this.tools = tools;
    this.dossiers = dossiers;
  }

  /** Builds it for a configuration of Kafka Streams. */
  public Topology build(Properties streamsConfig) {
    StreamsBuilder builder =
        new StreamsBuilder(new TopologyConfig(new StreamsConfig(streamsConfig)));
    addStores(builder);

    KStream<byte[], byte[]> relationships = foldRelationships(readEvents(builder));
    sendRows(relationships, List.of(Topics.MOORINGS, Topics.STANCES, Topics.LEDGER));
    sendRejected(relationships);
    followWithdrawals(relationships);

    KStream<byte[], byte[]> tallies = addUpDifferences(relationships);
    sendRows(
        tallies,
        List.of(
            Topics.BANK_METRICS,
            Topics.CITY_METRICS,
            Topics.COUNTRY_METRICS,
            Topics.BANK_DAILY,
            Topics.CITY_DAILY,
            Topics.REASONS));
    return builder.build(streamsConfig);
  }

  private void addStores(StreamsBuilder builder) {
    builder.addStateStore(new HeapStoreBuilder<>(Nodes.DOSSIER_STORE, dossiers));
    builder.addStateStore(new HeapStoreBuilder<>(Nodes.TALLY_STORE, TallyState::new));
    builder.addStateStore(IdentityStore.builder(Nodes.IDENTITY_STORE));
  }

  private static KStream<byte[], byte[]> readEvents(StreamsBuilder builder) {
    return builder.stream(
        Topics.EVENTS.name(),
        Consumed.with(BYTES, BYTES)
            .withName(Nodes.EVENTS_SOURCE)
            .withTimestampExtractor(new NeverNegative()));
  }

  /** Events lie by relationship already, so this stage runs on them as they are. */
  private KStream<byte[], byte[]> foldRelationships(KStream<byte[], byte[]> events) {
    return events.process(
        () -> new RelationshipProcessor(tools, partitions),
        Named.as(Nodes.RELATIONSHIPS),
        Nodes.DOSSIER_STORE);
  }

  /** A bank's withdrawal concerns relationships in every partition. */
  private void followWithdrawals(KStream<byte[], byte[]> relationships) {
    relationships
        .repartition(
            Repartitioned.with(BYTES, BYTES)
                .withName(Nodes.WITHDRAWALS)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(Placement::ofWithdrawal))
        .process(WithdrawalProcessor::new, Named.as(Nodes.FOLLOW_WITHDRAWALS), Nodes.DOSSIER_STORE);
  }

  private KStream<byte[], byte[]> addUpDifferences(KStream<byte[], byte[]> relationships) {
    return relationships
        .repartition(
            Repartitioned.with(BYTES, BYTES)
                .withName(Nodes.DIFFERENCES)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(Placement.ofDifference()))
        .process(
            TallyProcessor.supplier(tools),
            Named.as(Nodes.TALLIES),
            Nodes.TALLY_STORE,
            Nodes.IDENTITY_STORE);
  }

  private void sendRows(KStream<byte[], byte[]> rows, List<TopicSpec> topics) {
    for (TopicSpec topic : topics) {
      rows.to(
          tools.lane().topic(topic).name(),
          Produced.with(BYTES, BYTES)
              .withName(Nodes.sink(topic))
              .withStreamPartitioner(Placement.ofRow(topic)));
    }
  }

  private void sendRejected(KStream<byte[], byte[]> letters) {
    letters.to(
        tools.lane().topic(Topics.REJECTED).name(),
        Produced.with(BYTES, BYTES).withName(Nodes.sink(Topics.REJECTED)));
  }
}
