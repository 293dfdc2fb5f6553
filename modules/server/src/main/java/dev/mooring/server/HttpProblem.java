package dev.mooring.server;

import java.util.List;
import java.util.Map;

/** A request that ends in an answer other than the one asked for: a problem of RFC 9457. */
public final class HttpProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient List<Fault> faults;
  private final transient List<String> suggestions;
  private final transient Map<String, String> headers;

  /**
   * One thing that is wrong.
   *
   * @param pointer JSON pointer into the request's body
   * @param value what stands there; null when nothing does
   * @param suggestion what would be right; null when there is no telling
   */
  public record Fault(String pointer, String value, String message, String suggestion) {}

  private HttpProblem(
      int status,
      String title,
      String detail,
      List<Fault> faults,
      List<String> suggestions,
      Map<String, String> headers) {
    // Problems are answers: nobody looks at where they were thrown, and that costs most.
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.faults = faults;
    this.suggestions = suggestions;
    this.headers = headers;
  }

  public static HttpProblem badRequest(String detail) {
    return of(400, "Bad request", detail);
  }

  public static HttpProblem notFound(String detail, List<String> suggestions) {
    return new HttpProblem(404, "Not found", detail, List.of(), suggestions, Map.of());
  }

  public static HttpProblem of(int status, String title, String detail) {
    return new HttpProblem(status, title, detail, List.of(), List.of(), Map.of());
  }

  /** The same with everything that is wrong. */
  public HttpProblem with(List<Fault> all) {
    return new HttpProblem(status, title, getMessage(), List.copyOf(all), suggestions, headers);
  }

  /** The same with what may have been meant. */
  public HttpProblem suggesting(List<String> near) {
    return new HttpProblem(status, title, getMessage(), faults, List.copyOf(near), headers);
  }

  /** The same with a header. */
  public HttpProblem header(String name, String value) {
    return new HttpProblem(status, title, getMessage(), faults, suggestions, Map.of(name, value));
  }

  public int status() {
    return status;
  }

  String title() {
    return title;
  }

  List<Fault> faults() {
    return faults;
  }

  List<String> suggestions() {
    return suggestions;
  }

  Map<String, String> headers() {
    return headers;
  }
}
