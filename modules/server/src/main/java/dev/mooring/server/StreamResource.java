package dev.mooring.server;

import dev.mooring.contract.Suggestions;
import dev.mooring.server.rows.RowFilter;
import dev.mooring.server.stream.Feed;
import dev.mooring.server.stream.Hub;
import dev.mooring.server.stream.StreamFilter;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes as they come, as server-sent events. */
final class StreamResource {

  static final String PATH = "/api/v1/stream";
  static final String EVENT_STREAM = "text/event-stream";

  private static final Logger LOG = LoggerFactory.getLogger(StreamResource.class);

  private static final List<String> FILTERS =
      Arrays.stream(Feed.values()).flatMap(feed -> feed.filters().stream()).distinct().toList();

  private final Hub hub;
  private final Current current;
  private final Access access;

  StreamResource(Hub hub, Current current, Access access) {
    this.hub = hub;
    this.current = current;
    this.access = access;
  }

  static List<Param> params() {
    List<Param> params = new ArrayList<>();
    params.add(
        Param.text(
            "topics",
            "What to follow, with commas between: "
                + String.join(", ", Arrays.stream(Feed.values()).map(Feed::path).toList())
                + ". Default: all."));
    params.add(
        Param.text("lastEventId", "As the header Last-Event-ID, for who cannot set headers."));
    FILTERS.forEach(name -> params.add(Filters.param(name)));
    return params;
  }

  void follow(Context ctx) throws IOException, InterruptedException {
    Set<Feed> feeds = feeds(ctx.queryParam("topics"));
    StreamFilter filter = filter(feeds, new Query(ctx).filters(FILTERS));
    Optional<String> lastId =
        Optional.ofNullable(ctx.header("Last-Event-ID"))
            .or(() -> Optional.ofNullable(ctx.queryParam("lastEventId")));
    HttpServletResponse response = ctx.res();
    response.setContentType(EVENT_STREAM);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // a proxy would keep changes back
    try {
      hub.serve(filter, lastId, access.may(ctx, Role.PUBLISH), response.getOutputStream());
    } catch (IOException | UncheckedIOException gone) {
      LOG.debug("a client of the stream is gone", gone);
    }
  }

  private static Set<Feed> feeds(String topics) {
    if (topics == null || topics.isBlank()) {
      return EnumSet.allOf(Feed.class);
    }
    Set<Feed> feeds = EnumSet.noneOf(Feed.class);
    for (String name : topics.split(",", -1)) {
      feeds.add(Feed.ofPath(name.strip()).orElseThrow(() -> unknown(name)));
    }
    return feeds;
  }

  private static HttpProblem unknown(String name) {
    List<String> known = Arrays.stream(Feed.values()).map(Feed::path).toList();
    return HttpProblem.badRequest(
            "topics: '" + name + "', should be some of " + String.join(", ", known))
        .suggesting(Suggestions.nearest(name, known));
  }

  private StreamFilter filter(Set<Feed> feeds, Map<String, Set<String>> asked) {
    Map<Feed, RowFilter> rows = new EnumMap<>(Feed.class);
    for (Feed feed : feeds) {
      Map<String, Set<String>> own = new HashMap<>(asked);
      own.keySet().retainAll(feed.filters());
      if (!feed.filters().isEmpty() && own.size() < asked.size()) {
        throw cannot(feed, asked.keySet());
      }
      feed.rows()
          .ifPresent(
              topic -> rows.put(feed, new RowFilter(topic, own, () -> current.get().geography())));
    }
    return new StreamFilter(feeds, rows, asked);
  }

  /** Rows that bear nothing of what is asked would come all, or not at all: neither is meant. */
  private static HttpProblem cannot(Feed feed, Set<String> asked) {
    List<String> wrong = asked.stream().filter(name -> !feed.filters().contains(name)).toList();
    return HttpProblem.badRequest(
        "%s: %s cannot be filtered by it, should be left out of topics or followed by a stream of"
                .formatted(String.join(", ", wrong), feed.path())
            + " its own");
  }
}
