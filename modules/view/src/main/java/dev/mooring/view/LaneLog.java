package dev.mooring.view;

import dev.mooring.contract.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where the log of lanes ends, with what is not committed. */
final class LaneLog {

  private LaneLog() {}

  /**
   * Whether all of the lanes topic was read, with what was not committed a moment ago. The lane
   * record of a promotion is in the log before any of its rows can be seen, so a promotion that is
   * not announced by then was a former one of a lane whose record has been replaced.
   */
  static boolean isReadBy(ViewConfig config, Position read) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    read.next().keySet().stream()
        .filter(partition -> partition.topic().equals(Topics.LANES.name()))
        .forEach(partition -> ends.put(partition, OffsetSpec.latest()));
    try (Admin admin = Admin.create(config.connection())) {
      Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(ends).all().get();
      return found.entrySet().stream()
          .allMatch(end -> read.next(end.getKey()) >= end.getValue().offset());
    } catch (ExecutionException failed) {
      throw new ReadException("where " + Topics.LANES.name() + " ends", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReadException("interrupted", stopped);
    }
  }
}
