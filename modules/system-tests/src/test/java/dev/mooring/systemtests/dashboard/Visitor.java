package dev.mooring.systemtests.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser. Closing tells whether a page threw, or broke its content policy. */
final class Visitor implements AutoCloseable {

  private static final int PATIENCE_MS = 10_000;

  private final List<String> errors = new ArrayList<>();
  private final BrowserContext context;
  private final URI url;
  private final Page page;

  Visitor(BrowserContext context, URI url) {
    this.context = context;
    this.url = url;
    context.setDefaultTimeout(PATIENCE_MS);
    this.page = another();
  }

  /** The first page. */
  Page page() {
    return page;
  }

  /** One more page. */
  Page another() {
    Page other = context.newPage();
    other.onPageError(errors::add);
    other.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            errors.add(message.text());
          }
        });
    return other;
  }

  /** Opens an address in the first page. */
  void open(String path) {
    open(page, path);
  }

  void open(Page in, String path) {
    in.navigate(url + path);
  }

  @Override
  public void close() {
    context.close();
    assertThat(errors).as("errors of the page").isEmpty();
  }

  static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
