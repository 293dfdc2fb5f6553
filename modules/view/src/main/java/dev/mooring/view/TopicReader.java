package dev.mooring.view;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.registry.RegistryAccessException;
import dev.mooring.registry.RegistryUnavailableException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads topics of rows to their present ends: the latest committed value of every key. It joins no
 * consumer group and leaves nothing behind in the cluster. To go on reading, use a {@link
 * KafkaView}.
 */
public final class TopicReader implements AutoCloseable {

  /** Rows that are sorted at once: no more than the processor's own memory holds. */
  private static final int RUN = 10_000;

  private final ViewConfig config;
  private final LogReader log;

  public TopicReader(ViewConfig config) {
    this.config = config;
    this.log = new LogReader(config);
  }

  /**
   * The rows of topics, as of now.
   *
   * @throws ReadException when a topic is missing, holds what is no row, or cannot be reached
   */
  public Snapshot readToEnd(TopicSpec... topics) {
    return readToEnd(Arrays.asList(topics));
  }

  /** The rows of topics, as of now. */
  public Snapshot readToEnd(Collection<TopicSpec> topics) {
    Set<TopicSpec> read = new LinkedHashSet<>(topics);
    if (!Collections.disjoint(read, Topics.OUTPUTS)) {
      read.add(Topics.LANES); // tells which promotions are whole
    }
    try (RowIntake intake = new RowIntake(config, read)) {
      return new Reading(intake).of(read.stream().map(TopicSpec::name).toList());
    }
  }

  @Override
  public void close() {
    log.close();
  }

  /** One reading of some topics. */
  private final class Reading {

    private final RowIntake intake;
    private PackedSnapshot rows;
    private int run;

    Reading(RowIntake intake) {
      this.intake = intake;
      this.rows = PackedSnapshot.empty(intake.codecs());
    }

    Snapshot of(List<String> topics) {
      Position ends;
      // To take the rows in is as much work as to read them.
      try (Handover<ConsumerRecord<byte[], byte[]>> taking = new Handover<>(this::take)) {
        ends = log.readToEnd(topics, taking::give);
        taking.finish();
      }
      intake.polled(ends);
      if (!intake.promotions().isEmpty() && LaneLog.isReadBy(config, ends)) {
        intake.releaseUnannounced();
      }
      return rows.with(intake.nextStep(), ends);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
      try {
        intake.take(record);
      } catch (RegistryUnavailableException | RegistryAccessException unreachable) {
        throw unreachable; // says nothing about the record
      } catch (RuntimeException undecodable) {
        throw new ReadException(Unreadable.text(record, undecodable), undecodable);
      }
      if (++run == RUN) {
        run = 0;
        intake.polled(Position.START);
        if (intake.gathered() >= Gathering.wholeUnseenStep(rows.size())) {
          rows = rows.with(intake.nextStep(), Position.START);
        }
      }
    }
  }
}
