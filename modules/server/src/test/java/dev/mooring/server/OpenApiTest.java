package dev.mooring.server;

import static dev.mooring.server.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiTest {

  private static ServerFixture fixture;
  private static String document;

  @BeforeAll
  static void start() {
    fixture = ServerFixture.withSamples();
    document = fixture.get("/openapi.json").body();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void shouldBeAValidDocument() {
    SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(document);

    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(25);
  }

  @Test
  void shouldNameEveryOperationOnce() {
    List<String> ids = new ArrayList<>();
    json(document).findValuesAsText("operationId").forEach(ids::add);

    assertThat(ids).doesNotHaveDuplicates();
  }

  static List<String> reads() {
    List<String> paths = new ArrayList<>();
    json(document)
        .get("paths")
        .properties()
        .forEach(
            path -> {
              if (path.getValue().has("get")
                  && schema(path.getValue().get("get"), "200", "application/json") != null) {
                paths.add(path.getKey());
              }
            });
    return paths;
  }

  @ParameterizedTest
  @MethodSource("reads")
  void shouldAnswerAsItSays(String path) {
    String id =
        path.contains("/countries/") ? "HK" : path.contains("/cities/") ? "hong-kong" : "za-bank";
    HttpResponse<String> answer =
        fixture.get(path.replace("{id}", id).replace("{field}", "eventsConfirmed"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode schema = schema(json(document).get("paths").get(path).get("get"), "200", Route.JSON);
    assertThat(validator(schema).validate(answer.body(), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/banks/none", "/api/v1/banks?x=1", "/none", "/api/v1/stream?a=b"})
  void shouldTellProblemsAsItSays(String path) {
    JsonNode schema = json("{\"$ref\":\"#/components/schemas/Problem\"}");

    assertThat(validator(schema).validate(fixture.get(path).body(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsOtherwise() {
    JsonNode schema = json("{\"$ref\":\"#/components/schemas/Problem\"}");

    assertThat(validator(schema).validate("{\"status\":\"four\"}", InputFormat.JSON)).isNotEmpty();
  }

  private static JsonNode schema(JsonNode operation, String status, String mediaType) {
    JsonNode schema =
        operation.at("/responses/" + status + "/content/" + mediaType.replace("/", "~1"));
    return schema.isMissingNode() || !schema.get("schema").has("$ref")
        ? null
        : schema.get("schema");
  }

  /** A schema, with the components that it refers to. */
  private static Schema validator(JsonNode schema) {
    JsonNode whole =
        ((com.fasterxml.jackson.databind.node.ObjectNode) schema.deepCopy())
            .set("components", json(document).get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole.toString(), InputFormat.JSON);
  }
}
