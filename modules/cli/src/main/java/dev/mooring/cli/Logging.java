package dev.mooring.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import dev.mooring.contract.codec.RowJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Where libraries' log lines go: nowhere, until a command says where. A command's own words never
 * go through a log.
 */
public final class Logging {

  private static final String PATTERN = "%d{ISO8601} %-5level %logger{30} [%thread] %msg%n";

  private Logging() {}

  /** Lets logging begin, which it otherwise does when the first library asks for it. */
  public static void begin() {
    var unused = context();
  }

  /** Sends warnings and worse to a file, of which the last 10 MB are kept twice. */
  public static void toFile(Path file) {
    toFile(file, false);
  }

  /** The same, as lines of text or as one JSON object a line. */
  public static void toFile(Path file, boolean json) {
    LoggerContext context = context();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(file.toString());

    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setMinIndex(1);
    rolling.setMaxIndex(1);
    rolling.setFileNamePattern(file + ".%i");
    rolling.start();
    appender.setRollingPolicy(rolling);

    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(FileSize.valueOf("10MB"));
    size.start();
    appender.setTriggeringPolicy(size);
    start(context, appender, json);
  }

  /** Sends warnings and worse to standard error, save those that ask for nothing. */
  public static void toStandardError() {
    toStandardError(false);
  }

  /** The same, as lines of text or as one JSON object a line. */
  public static void toStandardError(boolean json) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context());
    appender.setTarget("System.err");
    start(context(), appender, json);
  }

  /**
   * What a command that stays says on standard error.
   *
   * @param json as one object a line, by the names of the other lines
   */
  public static String line(String what, boolean json, Instant now) {
    if (!json) {
      return "mooring: " + what;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("timestamp", now.toEpochMilli());
    fields.put("level", "INFO");
    fields.put("threadName", Thread.currentThread().getName());
    fields.put("loggerName", "mooring");
    fields.put("formattedMessage", what);
    return RowJson.write(fields);
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  private static void start(
      LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, boolean json) {
    Encoder<ILoggingEvent> encoder = json ? jsonLines() : text();
    encoder.setContext(context);
    encoder.start();
    appender.setEncoder(encoder);
    appender.addFilter(harmless());
    appender.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
  }

  private static Encoder<ILoggingEvent> text() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setPattern(PATTERN);
    return encoder;
  }

  /** What tells nothing here is left out: numbers, arguments beside the message made of them. */
  private static Encoder<ILoggingEvent> jsonLines() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMarkers(false);
    encoder.setWithMDC(false);
    encoder.setWithKVPList(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    return encoder;
  }

  private static HarmlessWarnings harmless() {
    HarmlessWarnings filter = new HarmlessWarnings();
    filter.start();
    return filter;
  }

  /** Found by logback when it starts: without it, logback would write to standard output. */
  public static final class Quiet extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
      context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
      return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
  }
}
