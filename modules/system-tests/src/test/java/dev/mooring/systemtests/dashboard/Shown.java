package dev.mooring.systemtests.dashboard;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * A page of the dashboard.
 *
 * @param name what its picture is called
 * @param path its address
 * @param complete what is there when it is complete
 */
record Shown(String name, String path, String complete) {

  static final List<Shown> ALL =
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

  /** Opens it, and waits until it is complete. */
  void open(Visitor visitor, Page page) {
    visitor.open(page, path);
    page.waitForSelector(complete);
    page.waitForSelector("#link-state[data-state=live]");
  }
}
