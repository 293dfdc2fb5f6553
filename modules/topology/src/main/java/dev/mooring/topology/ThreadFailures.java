package dev.mooring.topology;

import dev.mooring.registry.RegistryUnavailableException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes of a stream thread's failure: where time may mend it, another thread begins again at
 * the last commit; else the instance ends.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

  private final AtomicReference<Throwable> fatal = new AtomicReference<>();

  /** Why the instance ends; empty while it does not. */
  Optional<Throwable> fatal() {
    return Optional.ofNullable(fatal.get());
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (mayPass(cause)) {
        LOG.warn("beginning again at the last commit", error);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
      }
    }
    LOG.error("the topology stops", error);
    fatal.compareAndSet(null, error);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private static boolean mayPass(Throwable cause) {
    return cause instanceof RegistryUnavailableException
        || cause instanceof RetriableException
        || cause instanceof OutOfOrderSequenceException
        || cause instanceof TaskCorruptedException
        || cause instanceof CorruptedThreadException;
  }
}
