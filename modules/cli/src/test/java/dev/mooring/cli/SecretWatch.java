package dev.mooring.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Reads all that is logged, libraries' settings among it, and keeps the lines with a secret. */
final class SecretWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final String secret;
  private final Logger root =
      ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final List<String> found = new CopyOnWriteArrayList<>();

  SecretWatch(String secret) {
    this.secret = secret;
    setContext(root.getLoggerContext());
    start();
    root.setLevel(Level.INFO);
    root.addAppender(this);
  }

  /** Lines that nobody should have written. */
  List<String> found() {
    return List.copyOf(found);
  }

  @Override
  protected void append(ILoggingEvent event) {
    String line =
        event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
    if (line.contains(secret)) {
      found.add(line);
    }
  }

  @Override
  public void close() {
    root.detachAppender(this);
    root.setLevel(before);
    stop();
  }
}
