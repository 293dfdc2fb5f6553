package dev.mooring.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.mooring.cli.acl.Grant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * What the broker in this process says of each request that it allowed: what was asked, and by
 * which ACL it was allowed.
 */
final class AuditLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final Pattern ALLOWED =
      Pattern.compile(
          "Principal = (?<principal>\\S+) is Allowed operation = (?<operation>\\w+)"
              + " .*resourceType=(?<type>\\w+), resourceName=(?<name>[^,]+),"
              + " patternType=(?<pattern>\\w+),.*operation=(?<granted>\\w+)",
          Pattern.CASE_INSENSITIVE);

  private final Logger logger =
      ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("kafka.authorizer.logger");
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  AuditLog() {
    setContext(logger.getLoggerContext());
    start();
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    logger.addAppender(this);
  }

  /** Whether something was asked that this grant, and none that implies it, allows. */
  boolean wasAskedFor(Grant grant) {
    return asked.contains(
        line(
            grant.principal(),
            grant.operation().name(),
            grant.pattern().resourceType().name(),
            grant.pattern().name(),
            grant.pattern().patternType().name()));
  }

  @Override
  protected void append(ILoggingEvent event) {
    Matcher found = ALLOWED.matcher(event.getFormattedMessage());
    if (found.find() && found.group("operation").equalsIgnoreCase(found.group("granted"))) {
      asked.add(
          line(
              found.group("principal"),
              found.group("granted"),
              found.group("type"),
              found.group("name"),
              found.group("pattern")));
    }
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(null);
    stop();
  }

  private static String line(String... parts) {
    return String.join(" ", parts);
  }
}
