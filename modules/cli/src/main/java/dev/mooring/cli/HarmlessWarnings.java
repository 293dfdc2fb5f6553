package dev.mooring.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Warnings of Kafka that come up in good order and ask for nothing: kept out of the log, so that
 * what stands there is worth a look. Each is named by its logger and its words; anything else that
 * the same loggers have to say passes.
 */
final class HarmlessWarnings extends Filter<ILoggingEvent> {

  private static final List<Harmless> ALL =
      List.of(
          new Harmless(
              "org.apache.kafka.controller.QuorumController",
              "Performing controller activation\\.",
              "every controller says so when it starts"),
          new Harmless(
              "org.apache.kafka.streams.StreamsConfig",
              "Processing exception handler is not enabled for the GlobalThread\\.",
              "the topology has no global store, and so no such thread"),
          new Harmless(
              "org.apache.kafka.clients.NetworkClient",
              "reported a recoverable issue with correlation id \\d+ :"
                  + " \\{(\\S+-repartition=(UNKNOWN_TOPIC_OR_PARTITION|LEADER_NOT_AVAILABLE)(,"
                  + " )?)+\\}",
              "Kafka Streams has just made these topics, and stops by itself when they go missing"),
          new Harmless(
              "org.apache.kafka.clients.NetworkClient",
              "Attempting to close NetworkClient that has already been closed\\.",
              "the broker closes one of its clients twice when it stops"));

  /**
   * One kind of warning.
   *
   * @param logger who says it
   * @param words regular expression of words in it
   * @param reason why nobody needs to read it
   */
  record Harmless(String logger, Pattern words, String reason) {

    Harmless(String logger, String words, String reason) {
      this(logger, Pattern.compile(words), reason);
    }

    boolean is(ILoggingEvent event) {
      return event.getLevel() == Level.WARN
          && logger.equals(event.getLoggerName())
          && words.matcher(event.getFormattedMessage()).find();
    }
  }

  @Override
  public FilterReply decide(ILoggingEvent event) {
    return ALL.stream().anyMatch(harmless -> harmless.is(event))
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }
}
