package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LoggingTest {

  private static final Instant NOW = Instant.parse("2024-06-01T10:00:00.123Z");

  @TempDir Path directory;

  @Test
  void shouldWriteOneObjectALine() throws IOException {
    Path file = directory.resolve("mooring.log");
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    List<Appender<ILoggingEvent>> before = appenders(root);
    Logging.toFile(file, true);
    try {
      LoggerFactory.getLogger("some.library")
          .warn("said \"{}\"\nand went", "so", new IllegalStateException("because"));
    } finally {
      appenders(root).stream().filter(one -> !before.contains(one)).forEach(root::detachAppender);
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1);
    JsonNode line = new ObjectMapper().readTree(lines.getFirst());
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.path("loggerName").asText()).isEqualTo("some.library");
    assertThat(line.path("formattedMessage").asText()).isEqualTo("said \"so\"\nand went");
    assertThat(line.path("throwable").path("message").asText()).isEqualTo("because");
    assertThat(line.path("timestamp").isIntegralNumber()).isTrue();
  }

  @Test
  void shouldWriteWhatACommandSaysInTheSameWay() throws IOException {
    JsonNode line = new ObjectMapper().readTree(Logging.line("topology runs", true, NOW));

    assertThat(line.path("timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
    assertThat(line.path("formattedMessage").asText()).isEqualTo("topology runs");
    assertThat(Logging.line("topology runs", false, NOW)).isEqualTo("mooring: topology runs");
  }

  private static List<Appender<ILoggingEvent>> appenders(Logger logger) {
    List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
    logger.iteratorForAppenders().forEachRemaining(appenders::add);
    return appenders;
  }
}
