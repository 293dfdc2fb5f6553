package dev.mooring.systemtests.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, light and dark, wide and narrow: accessible, and no wider than its screen. */
@ExtendWith(SharedDashboard.class)
class EveryPageTest {

  private static final int WIDE = 1_360;
  private static final int NARROW = 360;

  private static final List<String> ALL_RULES = List.of();

  /** Another theme changes the colours and nothing else: what depends on them is checked again. */
  private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  /** The width of A4 at 96 dots per inch, without margins. */
  private static final int PAPER = 718;

  /** What makes no sense on paper. */
  private static final String SCREEN_ONLY =
      ".bar nav, .jump, .theme, .link-state, .skip, .filters, .inline, .pager a, .slider, .drop,"
          + " button:not(.term)";

  /** What scrolls, or goes beyond the paper: there is no scrolling on it. */
  private static final String CUT_OFF =
      """
      [...document.querySelectorAll('main *')]
        .filter(one => one.getClientRects().length > 0 && !one.closest('.hidden'))
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1
          || (one.matches('.scroll') && getComputedStyle(one).overflowX !== 'visible'))
        .map(one => one.outerHTML.slice(0, 100))\
      """;

  /** Small enough for a document. */
  private static final int PICTURE = 1_180;

  /** Set to the directory of the documents' pictures, it makes them anew. */
  private static final String PICTURES = "mooring.pictures";

  private final Dashboard dashboard;

  EveryPageTest(Dashboard dashboard) {
    this.dashboard = dashboard;
  }

  @ParameterizedTest
  @ValueSource(ints = {WIDE, NARROW})
  void shouldBeAccessibleAndNoWiderThanTheScreen(int width) {
    // given
    try (Visitor visitor = visitor(ColorScheme.LIGHT, width)) {
      Page page = visitor.page();
      for (Shown shown : Shown.ALL) {
        // when
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        shown.open(visitor, page);

        // then
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("%s, %d px: width of the content", shown.name(), width)
            .satisfies(found -> assertThat(((Number) found).intValue()).isLessThanOrEqualTo(width));
        assertThat(violations(page, ALL_RULES))
            .as("%s, light, %d px", shown.name(), width)
            .isEmpty();

        // when
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        // then
        assertThat(violations(page, OF_COLOURS))
            .as("%s, dark, %d px", shown.name(), width)
            .isEmpty();
      }
    }
  }

  @Test
  void shouldBePrintedWholeAndWithoutWhatOnlyAScreenCanDo() {
    // given paper
    try (Visitor visitor = visitor(ColorScheme.DARK, PAPER)) {
      Page page = visitor.page();
      for (Shown shown : Shown.ALL) {
        // when
        shown.open(visitor, page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        // then
        assertThat(page.locator(SCREEN_ONLY).filter(new Locator.FilterOptions().setVisible(true)))
            .hasCount(0);
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.evaluate(CUT_OFF)).as("%s: cut off", shown.name()).isEqualTo(List.of());
        assertThat(page.evaluate("getComputedStyle(document.body).color"))
            .isEqualTo("rgb(0, 0, 0)");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      }
    }
  }

  /** In one go, as no page has frames: axe would take a page of its own to gather what they say. */
  private static List<String> violations(Page page, List<String> rules) {
    AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
    AxeBuilder asked = rules.isEmpty() ? axe : axe.withRules(rules);
    return asked.analyze().getViolations().stream().map(Rule::getId).toList();
  }

  @Test
  void shouldMakeThePicturesOfTheDocuments() throws Exception {
    String directory = System.getProperty(PICTURES);
    assumeTrue(directory != null, "pictures are made when -D" + PICTURES + " names a directory");
    Path pictures = Files.createDirectories(Path.of(directory));
    try (Visitor wide = visitor(ColorScheme.LIGHT, PICTURE);
        Visitor dark = visitor(ColorScheme.DARK, PICTURE);
        Visitor narrow = visitor(ColorScheme.LIGHT, NARROW)) {
      for (Shown shown : Shown.ALL) {
        picture(wide, shown, pictures.resolve(shown.name() + ".png"));
      }
      picture(dark, Shown.ALL.get(1), pictures.resolve("hubs-dark.png"));
      picture(narrow, Shown.ALL.get(0), pictures.resolve("hubs-narrow.png"));
      picture(narrow, Shown.ALL.get(4), pictures.resolve("bank-narrow.png"));
    }
  }

  private Visitor visitor(ColorScheme scheme, int width) {
    return dashboard.visitor(
        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 780));
  }

  private static void picture(Visitor visitor, Shown shown, Path file) {
    try (Page page = visitor.another()) {
      shown.open(visitor, page);
      page.waitForFunction("document.fonts.ready.then(() => true)");
      page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
  }
}
