package dev.mooring.systemtests.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard without a pointer. */
@ExtendWith(SharedDashboard.class)
class KeyboardTest {

  private static final int MOST_TABS = 150;

  /** What has the focus: whether it is what was looked for, and whether it can be seen to. */
  private static final String FOCUS =
      """
      selector => {
        const on = document.activeElement;
        const line = getComputedStyle(on);
        const drawn = line.outlineStyle !== 'none' && parseFloat(line.outlineWidth) > 0;
        return { there: on.matches(selector), seen: drawn || on === document.body || on.id === 'main', name: on.outerHTML.slice(0, 120) };
      }\
      """;

  private final Visitor visitor;
  private final Page page;

  KeyboardTest(Dashboard dashboard) {
    visitor = dashboard.visitor();
    page = visitor.page();
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @Test
  void shouldBeUsableByKeyboardAlone() {
    // given
    visitor.open("/");
    assertThat(page.locator("#play")).isEnabled();

    // when
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.locator("#day").focus();
    page.keyboard().press("Home");

    // then
    assertThat(page.locator(".slider-day")).containsText("1 Jan 2021");
    // the table follows a moment later, and its rows change places
    assertThat(page.getByText("open or dormant")).containsText("1 Jan 2021");

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
  void shouldLeadThroughTheMainPagesByTabAndEnter() {
    // given
    visitor.open("/");
    assertThat(page.locator("#play")).isEnabled();

    // when
    follow(".bar nav a[href='/banks']");
    assertThat(page.locator("h1")).hasText("Banks");
    assertThat(page.locator("#main")).isFocused();
    follow("tbody a[href='/bank/za-bank']");
    assertThat(page.locator("h1")).hasText("ZA Bank");
    follow(".tile a.num");

    // then
    assertThat(page.locator("h1")).containsText("Open accounts");
    follow("a[href^='/relationship/za-bank/']");
    assertThat(page.locator(".timeline")).isVisible();
    page.goBack();
    assertThat(page.locator("h1")).containsText("Open accounts");
  }

  @Test
  void shouldFilterTheFeedByKeyboardAlone() {
    // given
    visitor.open("/feed");
    assertThat(page.locator(".event").first()).isVisible();

    // when
    tabTo("select[name=type]");
    for (String type : List.of("OUTREACH_MADE", "INQUIRY_RECEIVED")) {
      page.keyboard().press("ArrowDown");
      assertThat(page).hasURL(Pattern.compile(".*type=" + type + ".*"));
      assertThat(page.locator("select[name=type]")).hasValue(type);
      assertThat(page.locator("select[name=type]")).isFocused();
    }
    follow(".filters a[href='/feed']");

    // then
    assertThat(page).hasURL(Pattern.compile(".*/feed"));
  }

  @Test
  void shouldPublishByKeyboardAlone() {
    // given
    visitor.open("/publish");

    // when
    tabTo("#field-type");
    page.keyboard().type("Pitch");
    answer("#field-bank", "keyboard-bank");
    answer("#field-city", "london");
    answer("#field-occurredAt", "2024-03");
    answer("#field-source", "a keyboard");
    assertThat(page.locator(".check-summary").first()).hasText("Ready to publish.");
    page.keyboard().press("Enter");

    // then
    assertThat(page.locator(".done")).containsText("Published.");
    follow(".done a[href='/bank/keyboard-bank']");
    assertThat(page.locator("h1")).hasText("keyboard-bank");
  }

  private void answer(String field, String text) {
    tabTo(field);
    page.keyboard().type(text);
  }

  private void follow(String link) {
    tabTo(link);
    page.keyboard().press("Enter");
  }

  /** Presses Tab until the element has the focus, which has to be seen wherever it is. */
  private void tabTo(String selector) {
    assertThat(page.locator(selector).first()).isVisible();
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      Map<?, ?> focus = (Map<?, ?>) page.evaluate(FOCUS, selector);
      assertThat(focus.get("seen")).as("focus is seen on %s", focus.get("name")).isEqualTo(true);
      if (focus.get("there").equals(true)) {
        return;
      }
    }
    fail("Tab does not come to " + selector);
  }
}
