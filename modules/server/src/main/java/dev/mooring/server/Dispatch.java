package dev.mooring.server;

import dev.mooring.view.Position;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts the table of routes before the router: each is checked as it declares, then served. */
final class Dispatch {

  /** Attribute of a request: the path of its route, as declared. */
  static final String ROUTE = "mooring.route";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Access access;
  private final Settlement settlement;
  private final AtomicInteger underWay = new AtomicInteger();

  Dispatch(Access access, Settlement settlement) {
    this.access = access;
    this.settlement = settlement;
  }

  void register(RoutesConfig config, List<Route> routes) {
    config.before(access::checkHost);
    routes.forEach(
        route -> config.addEndpoint(new Endpoint(route.method(), route.path(), checked(route))));
  }

  private Handler checked(Route route) {
    return ctx -> {
      underWay.incrementAndGet();
      try {
        handle(ctx, route);
      } finally {
        underWay.decrementAndGet();
      }
    };
  }

  private void handle(Context ctx, Route route) throws Exception {
    ctx.attribute(ROUTE, route.path());
    route.role().ifPresent(role -> access.require(ctx, role));
    Query.check(ctx, route);
    await(ctx);
    route.handler().handle(ctx);
  }

  /** How many requests are being served now. */
  int underWay() {
    return underWay.get();
  }

  /** Waits until rows show what the caller has published. */
  private void await(Context ctx) throws InterruptedException {
    String token = ctx.queryString() == null ? null : ctx.queryParam(Query.AFTER.name());
    if (token == null) {
      return;
    }
    Position position =
        Receipts.position(token)
            .orElseThrow(
                () ->
                    HttpProblem.badRequest(
                        "after: '"
                            + token
                            + "', should be the `after` of an answer to publishing"));
    if (!settlement.await(position, PATIENCE)) {
      throw HttpProblem.of(
          504,
          "Not settled",
          "what was published does not show in rows after "
              + PATIENCE.toSeconds()
              + " s; /api/v1/status says how far the topology is behind");
    }
  }
}
