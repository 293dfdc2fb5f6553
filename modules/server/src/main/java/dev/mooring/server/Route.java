package dev.mooring.server;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/**
 * A route as it is served and as {@code /openapi.json} tells of it.
 *
 * @param role what the caller must be allowed; empty for everybody
 * @param id name of the operation
 * @param summary what it answers, in one line
 * @param params all parameters of the query; any other is refused
 * @param body media types of the request's body; empty for none
 * @param answers what it answers when all goes well
 */
record Route(
    HandlerType method,
    String path,
    Optional<Role> role,
    String id,
    String summary,
    List<Param> params,
    List<String> body,
    List<Answer> answers,
    Handler handler) {

  static final String JSON = "application/json";
  static final String NDJSON = "application/x-ndjson";
  static final String CSV = "text/csv";

  /**
   * An answer.
   *
   * @param schema name of the schema among the components; empty where a body has none
   */
  record Answer(int status, String mediaType, String schema, String meaning) {}

  /** A read that answers JSON. */
  static Route read(String path, String id, String summary, String schema, Handler handler) {
    return new Route(
        HandlerType.GET,
        path,
        Optional.of(Role.READ),
        id,
        summary,
        List.of(),
        List.of(),
        List.of(new Answer(200, JSON, schema, summary)),
        handler);
  }

  /** The same with parameters. */
  Route params(List<Param> all) {
    return new Route(method, path, role, id, summary, List.copyOf(all), body, answers, handler);
  }

  /** The same, served by this. */
  Route handle(Handler by) {
    return new Route(method, path, role, id, summary, params, body, answers, by);
  }

  /** The same for everybody. */
  Route open() {
    return new Route(method, path, Optional.empty(), id, summary, params, body, answers, handler);
  }

  /** The same with a body, for those who may publish. */
  Route post(List<String> mediaTypes) {
    return new Route(
        HandlerType.POST,
        path,
        Optional.of(Role.PUBLISH),
        id,
        summary,
        params,
        List.copyOf(mediaTypes),
        answers,
        handler);
  }

  /** The same with these answers. */
  Route answers(List<Answer> all) {
    return new Route(method, path, role, id, summary, params, body, List.copyOf(all), handler);
  }
}
