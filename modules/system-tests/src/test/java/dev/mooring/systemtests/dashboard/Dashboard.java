package dev.mooring.systemtests.dashboard;

import com.microsoft.playwright.Browser;
import java.io.IOException;

/** The dashboard on the real stack, and a browser to visit it with. */
final class Dashboard implements AutoCloseable {

  private final Chromium chromium;
  private final LiveStack stack;

  private Dashboard(Chromium chromium, LiveStack stack) {
    this.chromium = chromium;
    this.stack = stack;
  }

  static Dashboard start() throws IOException, InterruptedException {
    return new Dashboard(Chromium.start(), LiveStack.start());
  }

  LiveStack stack() {
    return stack;
  }

  /** Somebody who has never been here, with a wide screen. */
  Visitor visitor() {
    return visitor(new Browser.NewContextOptions());
  }

  /** Somebody who has never been here. */
  Visitor visitor(Browser.NewContextOptions options) {
    return new Visitor(chromium.browser().newContext(options), stack.url());
  }

  @Override
  public void close() throws IOException {
    stack.close();
    chromium.close();
  }
}
