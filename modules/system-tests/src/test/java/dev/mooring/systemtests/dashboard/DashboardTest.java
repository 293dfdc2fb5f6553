package dev.mooring.systemtests.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.mooring.systemtests.dashboard.Visitor.having;
import static dev.mooring.systemtests.dashboard.Visitor.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.mooring.server.TopologyStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an analyst does in the dashboard, in a real browser on the real stack. */
@ExtendWith(SharedDashboard.class)
class DashboardTest {

  /** By the stream, or, where none is to be had, by asking again and again. */
  private static final Pattern CONNECTED = Pattern.compile("Live|Every 3 s");

  private final LiveStack stack;
  private final Visitor visitor;
  private final Page page;

  DashboardTest(Dashboard dashboard) {
    stack = dashboard.stack();
    visitor = dashboard.visitor();
    page = visitor.page();
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @Test
  void shouldRankCitiesAndLeadFromANumberToItsEvents() {
    // given
    visitor.open("/");

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
  void shouldKeepTheDayInTheAddressAndGoBack() {
    // given
    visitor.open("/?day=2023-03-01");
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
    visitor.open("/relationship/silvergate/circle");

    // then
    assertThat(page.locator(".timeline .event-mark.end")).hasCount(1);
    assertThat(page.locator(".event").filter(having("Bank withdrew"))).hasCount(1);
    assertThat(page.locator("table")).containsText("Closed");
  }

  @Test
  void shouldShowEventsAsTheyCome() {
    // given
    visitor.open("/feed");
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
    visitor.open("/bank/silvergate");
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
    visitor.open("/");

    // then
    assertThat(page.locator("#banner")).containsText("12 minutes behind");
    stack.topology(LiveStack.running());
    assertThat(page.locator("#banner")).isEmpty();
  }

  @Test
  void shouldAskForATokenWithoutSayingThatTheServerIsGone() {
    // given
    page.route(
        "**/api/v1/**",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(401)
                    .setContentType("application/problem+json")
                    .setBody("{\"title\":\"Unauthorized\",\"status\":401}")));

    // when
    visitor.open("/");

    // then
    assertThat(page.locator("h1")).hasText("A token is needed");
    assertThat(page.locator("#link-state")).hasText("No access");
    assertThat(page.locator("#banner")).isEmpty();

    // when
    page.unroute("**/api/v1/**");
    page.getByLabel("Token", Visitor.exactly()).fill("any-token");
    page.getByRole(AriaRole.BUTTON, named("Use it")).click();

    // then
    assertThat(page.locator("h1")).hasText("Hubs");
    assertThat(page.locator("#link-state")).hasText(CONNECTED);
  }

  @Test
  void shouldNameNearestIdsWhereNothingIsKnown() {
    // when
    visitor.open("/bank/silvergat");

    // then
    assertThat(page.locator(".failure")).containsText("Did you mean");
    page.getByRole(AriaRole.LINK, named("silvergate")).click();
    assertThat(page.locator("h1")).hasText("Silvergate Bank");
  }
}
