package dev.mooring.topology;

import dev.mooring.contract.TopicSpec;
import dev.mooring.topology.state.ScopeId;
import dev.mooring.topology.state.WithdrawalCodec;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Which partition a record goes to. */
final class Placement {

  private static final byte SEPARATOR = '/';

  private Placement() {}

  /** Rows lie by the part of their key that the topic's declaration says. */
  static StreamPartitioner<byte[], byte[]> ofRow(TopicSpec spec) {
    return byPart(spec.placedByPart());
  }

  /**
   * Differences of an id go where its rows go: so each task of the tallies writes to one partition
   * of a topic only, and the more instances there are, the fewer partitions has a transaction.
   */
  static StreamPartitioner<byte[], byte[]> ofDifference() {
    return byPart(ScopeId.ID_PART);
  }

  /** Withdrawals go everywhere; a message to go on goes to the partition that it names. */
  static Optional<Set<Integer>> ofWithdrawal(
      String topic, byte[] key, byte[] value, int partitions) {
    OptionalInt one = WithdrawalCodec.partition(value);
    return Optional.of(
        one.isPresent()
            ? Set.of(one.getAsInt())
            : IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
  }

  private static StreamPartitioner<byte[], byte[]> byPart(int number) {
    return (topic, key, value, partitions) ->
        Optional.of(Set.of(BuiltInPartitioner.partitionForKey(part(key, number), partitions)));
  }

  private static byte[] part(byte[] key, int number) {
    int from = 0;
    for (int skipped = 0; skipped < number; skipped++) {
      from = end(key, from) + 1;
    }
    return Arrays.copyOfRange(key, from, end(key, from));
  }

  private static int end(byte[] key, int from) {
    int end = from;
    while (end < key.length && key[end] != SEPARATOR) {
      end++;
    }
    return end;
  }
}
