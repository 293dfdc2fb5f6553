package dev.mooring.systemtests.law;

import dev.mooring.registry.AvroSerializer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serializer of rows that fails now and then: in the midst of a commit, when part of what it
 * sends has been sent. It fails in ways of which Kafka Streams has its own ideas.
 */
public final class FailingSerializer implements Serializer<Object> {

  /** What the log says when it fails. */
  static final String SAID = "failing in the midst of a commit";

  private static final Logger LOG = LoggerFactory.getLogger(FailingSerializer.class);
  private static final int ONE_IN = 8_000;

  /** Setting: a directory that is made with the first failure, which comes soon and for certain. */
  static final String FAILED = "mooring.test.failed";

  private static final int SOON = 500;

  private final AvroSerializer serializer = new AvroSerializer();
  private final Random random = new Random();
  private int untilCertain = SOON;
  private Path failed;

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    serializer.configure(settings, isKey);
    failed = Path.of(settings.get(FAILED).toString());
  }

  @Override
  public byte[] serialize(String topic, Object row) {
    return serializer.serialize(topic, row);
  }

  @Override
  public byte[] serialize(String topic, Headers headers, Object row) {
    if (untilCertain > 0 && --untilCertain == 0 && failed.toFile().mkdir()) {
      throw failure(new TimeoutException(SAID));
    }
    return switch (random.nextInt(ONE_IN)) {
      case 0 -> throw failure(new TimeoutException(SAID));
      case 1 -> throw failure(new TaskCorruptedException(Set.of(new TaskId(0, 1))));
      default -> serializer.serialize(topic, headers, row);
    };
  }

  private static RuntimeException failure(RuntimeException failure) {
    LOG.warn("{}: {}", SAID, failure.getClass());
    return failure;
  }

  @Override
  public void close() {
    serializer.close();
  }
}
