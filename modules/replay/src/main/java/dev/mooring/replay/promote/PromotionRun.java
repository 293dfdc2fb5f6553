package dev.mooring.replay.promote;

import dev.mooring.contract.Lane;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.replay.ReplayException;
import dev.mooring.replay.lane.Difference;
import dev.mooring.topology.lane.LaneState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One run of a promotion: from where it stands to its end. */
final class PromotionRun {

  private static final Duration TO_RUN = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final PromotionCluster cluster;
  private final Lane shadow;
  private final long mostBytes;
  private final PromotionListener listener;
  private final PromotionRecords records;
  private long pausedSince = System.nanoTime();
  private Difference written = new Difference(0, 0, 0, Optional.of(List.of()));
  private long letters;

  PromotionRun(PromotionCluster cluster, Lane shadow, long mostBytes, PromotionListener listener) {
    this.cluster = cluster;
    this.shadow = shadow;
    this.mostBytes = mostBytes;
    this.listener = listener;
    this.records = new PromotionRecords(cluster.lanes(), cluster.liveSchemas(), cluster.clock());
  }

  Promoted run() {
    if (!isCommitted()) {
      if (record().getPromotion() == null) {
        prepare();
      }
      putInPlace();
    }
    Optional<Duration> pause = awaitRunning();
    LaneRow live = cluster.lanes().live();
    cluster.remove(record());
    listener.reached(PromotionStep.REMOVED);
    return new Promoted(
        shadow,
        live.getPromotion(),
        live.getApplicationId(),
        written.upserts(),
        written.withdrawals(),
        letters,
        pause);
  }

  /** Refuses what would fail later, when rows would have to wait. */
  private void prepare() {
    LaneRow live = cluster.lanes().live();
    if (LaneState.of(live) != LaneState.RUNNING) {
      throw new ReplayException(
          "the live lane is %s for another promotion: finish that one with `mooring replay promote LANE`, or give it up with `mooring replay abort LANE`"
              .formatted(live.getState()));
    }
    requireNotGivenUp(record());
    cluster.settle(record());
    records.schemas().ensureAll(shadow);
    requireNotTooLarge(cluster.difference(shadow, mostBytes));
    listener.reached(PromotionStep.PREPARED);
  }

  /** From the first word to the live lane until the new one is committed. */
  private void putInPlace() {
    try (PromotionWriter writer = new PromotionWriter(cluster.access())) {
      if (isCommitted()) {
        return; // by the one that was just shut out
      }
      LaneRow live = mark(writer);
      cluster.fence(live.getApplicationId());
      listener.reached(PromotionStep.DRAINED);
      stop(writer);
      Difference difference = compare(writer);
      List<ProducerRecord<byte[], byte[]>> later =
          cluster.laterLetters(shadow, live.getApplicationId());
      write(writer, live, difference, later);
    }
  }

  private LaneRow mark(PromotionWriter writer) {
    pausedSince = System.nanoTime();
    LaneRow row = record();
    requireNotGivenUp(row);
    LaneRow live =
        LaneRow.newBuilder(cluster.lanes().live()).setState(LaneState.DRAINING.name()).build();
    String promotion =
        row.getPromotion() == null ? UUID.randomUUID().toString() : row.getPromotion();
    writer.write(
        List.of(
            cluster.lanes().record(LaneRow.newBuilder(row).setPromotion(promotion).build()),
            cluster.lanes().record(live)));
    listener.reached(PromotionStep.MARKED);
    return live;
  }

  private void stop(PromotionWriter writer) {
    LaneRow row = record();
    requireNotGivenUp(row);
    if (LaneState.of(row) == LaneState.RUNNING) {
      cluster.settle(row);
      listener.reached(PromotionStep.PASSED);
      writer.write(
          List.of(
              cluster
                  .lanes()
                  .record(LaneRow.newBuilder(row).setState(LaneState.DRAINING.name()).build())));
    }
    cluster.fence(row.getApplicationId());
    listener.reached(PromotionStep.STOPPED);
  }

  private Difference compare(PromotionWriter writer) {
    Difference difference = cluster.difference(shadow, mostBytes);
    try {
      requireNotTooLarge(difference);
    } catch (ReplayException grown) {
      withdraw(writer);
      throw grown;
    }
    listener.reached(PromotionStep.COMPARED);
    return difference;
  }

  /** Both lanes go on as they were. */
  private void withdraw(PromotionWriter writer) {
    String running = LaneState.RUNNING.name();
    writer.write(
        List.of(
            cluster
                .lanes()
                .record(LaneRow.newBuilder(cluster.lanes().live()).setState(running).build()),
            cluster
                .lanes()
                .record(
                    LaneRow.newBuilder(record()).setState(running).setPromotion(null).build())));
  }

  private void write(
      PromotionWriter writer,
      LaneRow live,
      Difference difference,
      List<ProducerRecord<byte[], byte[]>> later) {
    LaneRow row = record();
    requireNotGivenUp(row);
    writer.begin();
    PromotedEnds ends = new PromotedEnds(cluster.rowEnds());
    ends.reached(writer.send(records.rows(difference, row.getPromotion())));
    ends.reached(writer.send(later));
    ends.reached(writer.send(records.lanes(live, row, ends.text())));
    listener.reached(PromotionStep.WRITTEN);
    writer.commit();
    written = difference;
    letters = later.size();
    listener.reached(PromotionStep.COMMITTED);
  }

  private Optional<Duration> awaitRunning() {
    String application = cluster.lanes().live().getApplicationId();
    long start = System.nanoTime();
    while (!cluster.isRun(application)) {
      if (System.nanoTime() - start > TO_RUN.toNanos()) {
        return Optional.empty();
      }
      pause();
    }
    listener.reached(PromotionStep.RUNNING);
    return Optional.of(Duration.ofNanos(System.nanoTime() - pausedSince));
  }

  private void requireNotTooLarge(Difference difference) {
    if (difference.records().isEmpty()) {
      throw new ReplayException(
          "the lanes differ in %d rows of %d bytes, more than the %d that one transaction is to take; nothing is changed. Give more with --most-bytes, and as much memory (MOORING_OPTS=-Xmx...), or find by `mooring replay diff` why they differ"
              .formatted(
                  difference.upserts() + difference.withdrawals(), difference.bytes(), mostBytes));
    }
  }

  /** An abort lets the shadow drain for no promotion, and removes what would become live. */
  private void requireNotGivenUp(LaneRow row) {
    if (LaneState.of(row) == LaneState.DRAINING && row.getPromotion() == null) {
      throw new ReplayException(
          "lane %s is being given up: finish that with `mooring replay abort %s`"
              .formatted(shadow, shadow));
    }
  }

  private boolean isCommitted() {
    return LaneState.of(record()) == LaneState.RETIRED;
  }

  private LaneRow record() {
    return cluster
        .lanes()
        .find(shadow)
        .orElseThrow(() -> new ReplayException("there is no lane %s".formatted(shadow)));
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted", stopped);
    }
  }
}
