package dev.mooring.systemtests.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.mooring.systemtests.dashboard.Visitor.exactly;
import static dev.mooring.systemtests.dashboard.Visitor.having;
import static dev.mooring.systemtests.dashboard.Visitor.named;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events by hand and by file, in a real browser on the real stack. */
@ExtendWith(SharedDashboard.class)
class PublishPageTest {

  private final Visitor visitor;
  private final Page page;

  PublishPageTest(Dashboard dashboard) {
    visitor = dashboard.visitor();
    page = visitor.page();
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @Test
  void shouldShowWhatIsPublishedInThePageOnOtherPagesWithoutReload() {
    // given a reader who looks at the bank
    Page reader = visitor.another();
    visitor.open(reader, "/bank/hang-seng-bank");
    Locator moored = reader.locator("[data-field=accountsOpen] .num");
    assertThat(moored).hasText("0");

    // when
    visitor.open("/publish");
    page.getByLabel("What happened").selectOption("ACCOUNT_OPENED");
    page.getByLabel("Bank", exactly()).fill("hang-seng-bank");
    page.getByLabel("Firm", exactly()).fill("osl");
    page.locator("#field-city").fill("hong-kong");
    page.getByLabel("When it happened").fill("2024-02-03");
    page.getByLabel("Source").fill("a browser");
    assertThat(page.locator(".check-summary").first()).hasText("Ready to publish.");
    page.getByRole(AriaRole.BUTTON, named("Publish")).click();
    assertThat(page.locator(".done")).containsText("Published.");

    // then
    assertThat(moored).hasText("1");
    moored.click();
    assertThat(reader.locator(".event").filter(having("a browser"))).hasCount(1);
  }

  @Test
  void shouldSayWhatIsWrongWhileTyping() {
    // given
    visitor.open("/publish");

    // when
    page.getByLabel("When it happened").fill("2024-02-03");
    page.getByLabel("Source").fill("a browser");
    page.getByLabel("Bank", exactly()).fill("za-bank");
    page.getByLabel("What happened").selectOption("APPLICATION_DECIDED");
    page.locator("#field-outcome").selectOption("DECLINED");
    page.locator("#field-city").fill("hong-kon");

    // then
    assertThat(page.locator("#field-city-says")).containsText("hong-kon");
    page.getByRole(AriaRole.BUTTON, named("Use hong-kong")).click();
    assertThat(page.locator("#field-city")).hasValue("hong-kong");
    assertThat(page.locator("#field-city-says")).isEmpty();
  }

  @Test
  void shouldTellOfEveryLineOfAFileAndPublishTheGoodOnes() {
    // given
    visitor.open("/publish");
    String good =
        "{\"id\":\"%s\",\"type\":\"OUTREACH_MADE\",\"bank\":\"zumo-bank\",\"city\":\"%s\",\"occurredAt\":\"2024-01-05\",\"source\":\"file\"}\n";
    String file =
        good.formatted("00000000-0000-4000-8000-000000000001", "london")
            + "no json\n"
            + good.formatted("00000000-0000-4000-8000-000000000002", "nowhere");

    // when
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "three.jsonl", "application/json", file.getBytes(StandardCharsets.UTF_8)));

    // then
    assertThat(page.locator(".line-results li strong")).hasText(new String[] {"Line 2", "Line 3"});
    page.getByRole(AriaRole.BUTTON, named("Publish the 1 good line")).click();
    assertThat(page.locator(".file-result")).containsText("1 event published");
    visitor.open("/bank/zumo-bank");
    assertThat(page.locator("h1")).hasText("zumo-bank");
  }

  @Test
  void shouldTakeAFileThatIsDroppedAndTellOfItsLines() {
    // given
    visitor.open("/publish");
    JSHandle carried =
        page.evaluateHandle(
            """
            text => {
              const carried = new DataTransfer();
              carried.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
              return carried;
            }\
            """,
            """
            id,type,bank,city,occurredAt,source
            00000000-0000-4000-8000-000000000021,PITCH_DELIVERED,dropped-bank,london,2024-01-05,a file
            00000000-0000-4000-8000-000000000022,PITCH_DELIVERED,dropped-bank,londn,soon,
            00000000-0000-4000-8000-000000000023,PITCH_DELIVERED,dropped-bank,zurich,2024-02,a file
            """);

    // when
    page.dispatchEvent(".drop", "dragover", Map.of("dataTransfer", carried));
    assertThat(page.locator(".drop")).hasClass("drop over");
    page.dispatchEvent(".drop", "drop", Map.of("dataTransfer", carried));

    // then all that is wrong with the line is told
    assertThat(page.locator(".drop")).hasClass("drop");
    assertThat(page.locator(".check-summary").last())
        .hasText("dropped.csv: 2 good lines, 1 line with problems. Nothing is published yet.");
    assertThat(page.locator(".line-results > li > strong")).hasText("Line 3");
    assertThat(page.locator(".line-results code"))
        .hasText(new String[] {"/occurredAt", "/source", "/city"});
    page.getByRole(AriaRole.BUTTON, named("Publish the 2 good lines")).click();
    assertThat(page.locator(".file-result")).containsText("2 events published");
    visitor.open("/bank/dropped-bank");
    assertThat(page.locator(".event")).hasCount(2);
  }

  @Test
  void shouldPointAtEveryAnswerThatIsMissing() {
    // given
    visitor.open("/publish");
    page.locator("#field-city").fill("hong-kon");
    page.getByLabel("When it happened").fill("soon");

    // when
    page.getByRole(AriaRole.BUTTON, named("Publish")).click();

    // then
    assertThat(page.locator("[aria-invalid=true]")).hasCount(4);
    assertThat(page.locator("#field-type")).isFocused();
    assertThat(page.locator("#field-city-says")).containsText("unknown city");
    assertThat(page.locator(".check-summary").first())
        .hasText("4 answers are still missing or wrong.");
  }
}
