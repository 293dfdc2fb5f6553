package dev.mooring.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What is shipped for the sink names the topics of the catalogue. */
class TablesTest {

  private static final Path SHIPPED = Path.of("../../deploy/sink");

  @Test
  void shouldBeTheScriptThatIsShipped() throws Exception {
    Path made = Files.writeString(Path.of("target/tables.sql"), Tables.script());

    assertThat(SHIPPED.resolve("tables.sql"))
        .as("the schemas have changed: copy modules/sink/target/tables.sql there")
        .hasSameTextualContentAs(made);
  }

  @Test
  void shouldBeOfTheTopicsThatTheConnectorReads() throws Exception {
    Properties connector = new Properties();
    connector.load(new StringReader(Files.readString(SHIPPED.resolve("connector.properties"))));

    assertThat(connector.getProperty("topics").split(","))
        .containsExactlyElementsOf(Tables.topics().stream().map(topic -> topic.name()).toList());
  }
}
