package dev.mooring.server;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How a list is written. */
enum Format {
  JSON("application/json", "application/json"),
  CSV("text/csv", "text/csv; charset=utf-8"),
  NDJSON("application/x-ndjson", "application/x-ndjson");

  private final String mediaType;
  private final String contentType;

  Format(String mediaType, String contentType) {
    this.mediaType = mediaType;
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /** Of the formats that an Accept header allows the one that it likes best, JSON when in doubt. */
  static Format of(String accept) {
    if (accept == null || accept.isBlank() || accept.equals("*/*")) {
      return JSON;
    }
    List<String> ranges = Arrays.asList(accept.split(","));
    return Arrays.stream(values())
        .filter(format -> format.quality(ranges) > 0)
        .max(
            Comparator.<Format>comparingDouble(format -> format.quality(ranges))
                .thenComparing(Comparator.<Format>reverseOrder()))
        .orElseThrow(
            () ->
                HttpProblem.of(
                    406,
                    "Not acceptable",
                    "Accept: '"
                        + accept
                        + "', should allow application/json, text/csv or application/x-ndjson"));
  }

  private double quality(List<String> ranges) {
    double any = 0;
    for (String range : ranges) {
      String[] parts = range.split(";");
      String type = parts[0].strip();
      if (type.equals(mediaType)) {
        return quality(parts);
      }
      boolean covers =
          type.equals("*/*") || (type.endsWith("/*") && mediaType.startsWith(wildcard(type)));
      any = covers ? Math.max(any, quality(parts)) : any;
    }
    return any;
  }

  private static String wildcard(String type) {
    return type.substring(0, type.length() - 1);
  }

  private static double quality(String[] parts) {
    for (String part : parts) {
      String parameter = part.strip();
      if (parameter.startsWith("q=")) {
        try {
          return Double.parseDouble(parameter.substring(2));
        } catch (NumberFormatException malformed) {
          return 1;
        }
      }
    }
    return 1;
  }
}
