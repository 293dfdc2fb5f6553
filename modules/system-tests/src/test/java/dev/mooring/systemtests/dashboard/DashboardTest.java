package dev.mooring.systemtests.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.mooring.server.TopologyStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an analyst does in the dashboard, in a real browser on the real stack. */
class DashboardTest {

  /** By the stream, or, where none is to be had, by asking again and again. */
  private static final Pattern CONNECTED = Pattern.compile("Live|Every 3 s");

  private static Chromium chromium;
  private static LiveStack stack;

  private final List<String> errors = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void startAll() throws Exception {
    chromium = Chromium.start();
    stack = LiveStack.start();
  }

  @AfterAll
  static void closeAll() throws Exception {
    if (stack != null) {
      stack.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openPage() {
    context = chromium.browser().newContext();
    context.setDefaultTimeout(10_000);
    page = context.newPage();
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            errors.add(message.text());
          }
        });
  }

  @AfterEach
  void closePage() {
    context.close();
    assertThat(errors).as("errors of the page").isEmpty();
  }

  @Test
  void shouldRankCitiesAndLeadFromANumberToItsEvents() {
    // given
    stack.assumeExplains();
    open("/");

    // when
    Locator first = page.locator(".ranking tbody tr").first();
    assertThat(first).containsText("Hong Kong");
    first.locator("a.num").first().click();

    // then
    assertThat(page).hasURL(Pattern.compile(".*/city/hong-kong/explain/accountsOpen"));
    assertThat(page.locator("h1")).containsText("Open accounts");
    assertThat(page.locator(".event").filter(having("Service changed")).first()).isVisible();
  }

  @Test
  void shouldShowWhatIsPublishedInThePageOnOtherPagesWithoutReload() {
    // given a reader who looks at the bank
    Page reader = context.newPage();
    reader.navigate(stack.url() + "/bank/hang-seng-bank");
    Locator moored = reader.locator("[data-field=accountsOpen] .num");
    assertThat(moored).hasText("0");

    // when
    open("/publish");
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
    stack.assumeExplains();
    moored.click();
    assertThat(reader.locator(".event").filter(having("a browser"))).hasCount(1);
  }

  @Test
  void shouldSayWhatIsWrongWhileTyping() {
    // given
    open("/publish");

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
    open("/publish");
    String good =
        "{\"id\":\"%s\",\"type\":\"OUTREACH_MADE\",\"bank\":\"zumo-bank\",\"city\":\"%s\",\"occurredAt\":\"2024-01-05\",\"source\":\"file\"}\n";
    String file =
        good.formatted("00000000-0000-4000-8000-000000000001", "london")
            + "no json\n"
            + good.formatted("00000000-0000-4000-8000-000000000002", "nowhere");

    // when
    page.locator("#file")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload(
                "three.jsonl", "application/json", file.getBytes(StandardCharsets.UTF_8)));

    // then
    assertThat(page.locator(".line-results li strong")).hasText(new String[] {"Line 2", "Line 3"});
    page.getByRole(AriaRole.BUTTON, named("Publish the 1 good line")).click();
    assertThat(page.locator(".file-result")).containsText("1 event published");
    open("/bank/zumo-bank");
    assertThat(page.locator("h1")).hasText("zumo-bank");
  }

  @Test
  void shouldKeepTheDayInTheAddressAndGoBack() {
    // given
    open("/?day=2023-03-01");
    assertThat(page.locator(".when-shown")).containsText("1 Mar 2023");

    // when
    page.locator("#country").selectOption("US");
    assertThat(page).hasURL(Pattern.compile(".*day=2023-03-01&country=US"));
    page.reload();

    // then
    assertThat(page.locator(".when-shown")).containsText("1 Mar 2023");
    assertThat(page.locator("#country")).hasValue("US");
    page.goBack();
    assertThat(page.locator("#country")).hasValue("");
  }

  @Test
  void shouldDrawTheLifeOfARelationshipWithTheWithdrawalOfTheBank() {
    // when
    open("/relationship/silvergate/circle");

    // then
    assertThat(page.locator(".timeline .event-mark.end")).hasCount(1);
    assertThat(page.locator(".event").filter(having("Bank withdrew"))).hasCount(1);
    assertThat(page.locator("table")).containsText("Closed");
  }

  @Test
  void shouldShowEventsAsTheyCome() {
    // given
    open("/feed");
    Locator first = page.locator(".event").first();
    assertThat(first).isVisible();

    // when
    stack.publish(
        """
        {"id":"00000000-0000-4000-8000-000000000010","type":"PITCH_DELIVERED","bank":"za-bank",\
        "city":"hong-kong","occurredAt":"2024-06-01","source":"a pitch out of the blue"}\
        """);

    // then
    assertThat(first).containsText("a pitch out of the blue");
  }

  @Test
  void shouldSayThatTheServerIsGoneAndGoOnWhenItIsBack() {
    // given
    open("/bank/silvergate");
    assertThat(page.locator("#link-state")).hasText(CONNECTED);

    // when
    stack.killServer();

    // then
    assertThat(page.locator("#banner")).containsText("does not answer");
    assertThat(page.locator("#link-state")).hasText("Reconnecting");
    assertThat(page.locator("h1")).hasText("Silvergate Bank");

    // when
    stack.startServer();

    // then
    assertThat(page.locator("#link-state")).hasText(CONNECTED);
    assertThat(page.locator("#banner")).isEmpty();
  }

  @Test
  void shouldSayHowFarTheTopologyIsBehind() {
    // given
    stack.topology(new TopologyStatus("RUNNING", 1_234, Optional.of(Duration.ofMinutes(12))));

    // when
    open("/");

    // then
    assertThat(page.locator("#banner")).containsText("12 minutes behind");
    stack.topology(LiveStack.running());
    assertThat(page.locator("#banner")).isEmpty();
  }

  @Test
  void shouldBeUsableByKeyboardAlone() {
    // given
    open("/");
    assertThat(page.locator("#play")).isEnabled();

    // when
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.locator("#day").focus();
    page.keyboard().press("Home");

    // then
    assertThat(page.locator(".slider-day")).containsText("1 Jan 2021");

    // when a definition is asked for, and a city chosen
    page.locator(".ranking .term").first().focus();
    assertThat(page.locator("#tip")).containsText("Rank");
    page.keyboard().press("Escape");
    assertThat(page.locator("#tip")).isHidden();
    page.locator(".ranking tbody a").first().focus();
    page.keyboard().press("Enter");

    // then
    assertThat(page).hasURL(Pattern.compile(".*/city/.*"));
    page.locator(".dial").focus();
    page.keyboard().press("Home");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/feed\\?.*from=.*"));
  }

  @Test
  void shouldNameNearestIdsWhereNothingIsKnown() {
    // when
    open("/bank/silvergat");

    // then
    assertThat(page.locator(".failure")).containsText("Did you mean");
    page.getByRole(AriaRole.LINK, named("silvergate")).click();
    assertThat(page.locator("h1")).hasText("Silvergate Bank");
  }

  private void open(String path) {
    page.navigate(stack.url() + path);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
