package dev.mooring.replay.archive;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an archive holds, and up to where it has read. What is not in the manifest is not in the
 * archive.
 *
 * @param format always {@value #FORMAT}
 * @param version of the format
 * @param topic the topic that it is of
 * @param clusterId the cluster that it is of
 * @param topicId Kafka's id of the topic: another one after the topic was made anew
 * @param records how many records there are in all files
 * @param events how many of them have an Event as their value
 * @param partitions every partition of the topic, by number
 * @param files the files
 */
@JsonPropertyOrder({
  "format",
  "version",
  "topic",
  "clusterId",
  "topicId",
  "records",
  "events",
  "partitions",
  "files"
})
record Manifest(
    String format,
    int version,
    String topic,
    String clusterId,
    String topicId,
    long records,
    long events,
    List<Partition> partitions,
    List<DataFile> files) {

  static final String FORMAT = "mooring-archive";
  static final int VERSION = 1;

  /**
   * How far a partition is archived.
   *
   * @param partition its number
   * @param first the first offset that was there
   * @param next the offset at which the next run begins
   */
  record Partition(int partition, long first, long next) {}

  /**
   * A file of the archive.
   *
   * @param path relative to the archive, with {@code /}
   * @param partition the partition that its records stood in
   * @param firstOffset of its records
   * @param lastOffset of its records
   * @param records how many
   * @param events how many of them have an Event as their value
   * @param bytes its size
   * @param sha256 of its bytes, in hexadecimal digits
   */
  record DataFile(
      String path,
      int partition,
      long firstOffset,
      long lastOffset,
      long records,
      long events,
      long bytes,
      String sha256) {}

  Manifest {
    partitions = List.copyOf(partitions);
    files = List.copyOf(files);
  }

  /** Of a topic that nothing has been read of. */
  static Manifest begin(
      String topic, String clusterId, String topicId, List<Partition> partitions) {
    return new Manifest(FORMAT, VERSION, topic, clusterId, topicId, 0, 0, partitions, List.of());
  }

  /** With further files, and further read. */
  Manifest with(List<DataFile> further, List<Partition> now) {
    List<DataFile> all = new ArrayList<>(files);
    all.addAll(further);
    return new Manifest(
        format,
        version,
        topic,
        clusterId,
        topicId,
        all.stream().mapToLong(DataFile::records).sum(),
        all.stream().mapToLong(DataFile::events).sum(),
        now,
        all);
  }

  Optional<Partition> partition(int number) {
    return partitions.stream().filter(each -> each.partition() == number).findFirst();
  }
}
