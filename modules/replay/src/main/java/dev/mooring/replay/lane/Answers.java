package dev.mooring.replay.lane;

import dev.mooring.replay.ReplayException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for answers of a cluster. */
public final class Answers {

  private Answers() {}

  /**
   * An answer.
   *
   * @param what was asked for, as errors say it
   */
  public static <T> T get(KafkaFuture<T> answer, String what) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      throw new ReplayException(
          "Kafka was asked to %s: %s".formatted(what, failed.getCause().getMessage()),
          failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted", stopped);
    }
  }

  /** Whether something failed because it is not there. */
  static boolean isBecause(ReplayException failed, Class<? extends Exception> cause) {
    return cause.isInstance(failed.getCause());
  }
}
