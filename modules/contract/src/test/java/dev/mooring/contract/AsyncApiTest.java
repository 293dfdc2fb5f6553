package dev.mooring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.asyncapi.v3._0_0.model.AsyncAPI;
import com.asyncapi.v3._0_0.model.channel.Channel;
import com.asyncapi.v3._0_0.model.operation.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private static final Path DOCS = Path.of("../../docs/asyncapi.json");

  private final ObjectMapper json = new ObjectMapper();
  private final JsonNode document = new AsyncApi().document();

  @Test
  void shouldBeWhatTheDocumentsShow() throws IOException {
    assertThat(json.readTree(DOCS.toFile()))
        .as("run `mooring topics asyncapi > docs/asyncapi.json`")
        .isEqualTo(json.readTree(document.toString()));
  }

  @Test
  void shouldBeADocumentByAsyncApisOwnModel() throws IOException {
    // when
    AsyncAPI model = json.treeToValue(document, AsyncAPI.class);

    // then
    assertThat(model.getChannels()).hasSize(Topics.all().size());
    Channel events = (Channel) model.getChannels().get(Topics.EVENTS.name());
    assertThat(events.getAddress()).isEqualTo(Topics.EVENTS.name());
    assertThat(model.getOperations().values())
        .filteredOn(operation -> operation instanceof Operation)
        .hasSize(Topics.all().size());
  }

  @Test
  void shouldReferToWhatIsThere() {
    for (JsonNode reference : document.findValues("$ref")) {
      assertThat(document.at(reference.asText().substring(1))).isNotEmpty();
    }
  }
}
