package dev.mooring.systemtests.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, light and dark, wide and narrow: accessible, and no wider than its screen. */
class EveryPageTest {

  private static final int WIDE = 1_360;
  private static final int NARROW = 360;

  /** Small enough for a document. */
  private static final int PICTURE = 1_180;

  /** Set to the directory of the documents' pictures, it makes them anew. */
  private static final String PICTURES = "mooring.pictures";

  /** A page of the dashboard: its name, its address, and what is there when it is complete. */
  private record Shown(String name, String path, String complete) {}

  private static final List<Shown> PAGES =
      List.of(
          new Shown("hubs", "/", "#play:not([disabled])"),
          new Shown("hubs-replay", "/?day=2023-03-05", "#play:not([disabled])"),
          new Shown("banks", "/banks", "tbody tr"),
          new Shown("city", "/city/hong-kong", ".chart svg"),
          new Shown("bank", "/bank/silvergate", ".chart svg"),
          new Shown("relationship", "/relationship/silvergate/circle", ".chart svg"),
          new Shown("explain", "/bank/za-bank/explain/accountsOpen", ".event"),
          new Shown("feed", "/feed", ".event"),
          new Shown("rejected", "/feed/rejected", ".empty"),
          new Shown("publish", "/publish", ".check-summary:not(:empty)"),
          new Shown("nothing", "/bank/nothing", ".failure"));

  private static Chromium chromium;
  private static LiveStack stack;

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

  private static List<Shown> pages() {
    return PAGES.stream()
        .filter(page -> !page.name().equals("explain") || stack.explains())
        .toList();
  }

  static Stream<Arguments> screens() {
    return Stream.of(
        Arguments.of(ColorScheme.LIGHT, WIDE),
        Arguments.of(ColorScheme.DARK, WIDE),
        Arguments.of(ColorScheme.LIGHT, NARROW));
  }

  @ParameterizedTest
  @MethodSource("screens")
  void shouldBeAccessibleAndNoWiderThanTheScreen(ColorScheme scheme, int width) {
    // given
    try (BrowserContext context = context(scheme, width)) {
      Page page = context.newPage();
      for (Shown shown : pages()) {
        // when
        open(page, shown);

        // then
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("%s, %s, %d px: width of the content", shown.name(), scheme, width)
            .satisfies(found -> assertThat(((Number) found).intValue()).isLessThanOrEqualTo(width));
        assertThat(new AxeBuilder(page).analyze().getViolations())
            .as("%s, %s, %d px: violations that axe finds", shown.name(), scheme, width)
            .extracting(Rule::getId)
            .isEmpty();
      }
    }
  }

  @Test
  void shouldMakeThePicturesOfTheDocuments() throws Exception {
    String directory = System.getProperty(PICTURES);
    assumeTrue(directory != null, "pictures are made when -D" + PICTURES + " names a directory");
    Path pictures = Files.createDirectories(Path.of(directory));
    try (BrowserContext wide = context(ColorScheme.LIGHT, PICTURE);
        BrowserContext dark = context(ColorScheme.DARK, PICTURE);
        BrowserContext narrow = context(ColorScheme.LIGHT, NARROW)) {
      for (Shown shown : pages()) {
        picture(wide, shown, pictures.resolve(shown.name() + ".png"));
      }
      picture(dark, PAGES.get(1), pictures.resolve("hubs-dark.png"));
      picture(narrow, PAGES.get(0), pictures.resolve("hubs-narrow.png"));
      picture(narrow, PAGES.get(4), pictures.resolve("bank-narrow.png"));
    }
  }

  private static BrowserContext context(ColorScheme scheme, int width) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 780));
  }

  private static void open(Page page, Shown shown) {
    page.navigate(stack.url() + shown.path());
    page.waitForSelector(shown.complete());
    page.waitForSelector("#link-state[data-state=live]");
  }

  private static void picture(BrowserContext context, Shown shown, Path file) {
    try (Page page = context.newPage()) {
      open(page, shown);
      page.waitForFunction("document.fonts.ready.then(() => true)");
      page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
  }
}
