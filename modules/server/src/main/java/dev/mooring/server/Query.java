package dev.mooring.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.contract.Suggestions;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The query of a request, read as its route declares. */
final class Query {

  private static final int MOST_ROWS = 10_000;
  private static final int USUAL_ROWS = 100;

  static final Param LIMIT =
      Param.number("limit", "At most so many items.", 1, MOST_ROWS, USUAL_ROWS);
  static final Param CURSOR =
      Param.text("cursor", "`next` of the page before; without it, the first page.");
  static final Param AFTER =
      Param.text(
          "after",
          "`after` of an answer to publishing: waits, at most 10 s, until rows and events show what"
              + " was published; 504 when they do not by then.");

  private final Context ctx;

  Query(Context ctx) {
    this.ctx = ctx;
  }

  /** Refuses parameters that the route does not know, values that it does not take, and repeats. */
  static void check(Context ctx, Route route) {
    if (ctx.queryString() == null) {
      return;
    }
    Map<String, Param> known =
        route.params().stream().collect(Collectors.toMap(Param::name, param -> param));
    ctx.queryParamMap().forEach((name, values) -> check(name, values, known));
  }

  private static void check(String name, List<String> values, Map<String, Param> known) {
    Param param = known.get(name);
    if (param == null) {
      throw unknown(name, known.keySet());
    }
    if (values.size() > 1 && !param.repeatable()) {
      throw HttpProblem.badRequest(name + ": given " + values.size() + " times, should be once");
    }
    if (param.schema().has("items")) {
      check(name, Arrays.asList(values.getFirst().split(",", -1)), param.schema().get("items"));
    } else {
      check(name, values, param.schema());
    }
  }

  private static void check(String name, List<String> values, JsonNode schema) {
    if (schema.has("enum")) {
      List<String> words = new ArrayList<>();
      schema.get("enum").forEach(word -> words.add(word.asText()));
      values.stream().filter(value -> !words.contains(value)).forEach(v -> refuse(name, v, words));
    }
  }

  private static HttpProblem unknown(String name, Set<String> known) {
    String right =
        known.isEmpty()
            ? ", should be left out: this takes none"
            : ", should be one of " + String.join(", ", known.stream().sorted().toList());
    return HttpProblem.badRequest(name + ": unknown parameter" + right)
        .suggesting(Suggestions.nearest(name, known));
  }

  private static void refuse(String name, String value, List<String> words) {
    throw HttpProblem.badRequest(
            "%s: '%s', should be one of %s".formatted(name, value, String.join(", ", words)))
        .suggesting(Suggestions.nearest(value, words));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(ctx.queryParam(name)).filter(value -> !value.isEmpty());
  }

  Set<String> texts(String name) {
    return new LinkedHashSet<>(ctx.queryParams(name));
  }

  boolean flag(String name, boolean usual) {
    return text(name).map(value -> value.equals("true")).orElse(usual);
  }

  int limit() {
    return text(LIMIT.name()).map(Query::limit).orElse(USUAL_ROWS);
  }

  Optional<LocalDate> day(String name) {
    return text(name).map(value -> day(name, value));
  }

  /** The values of the filters that are given; days are checked. */
  Map<String, Set<String>> filters(List<String> names) {
    Map<String, Set<String>> asked = new HashMap<>();
    for (String name : names) {
      Set<String> values = texts(name);
      if (!values.isEmpty()) {
        asked.put(name, values);
      }
    }
    day("from");
    day("to");
    return asked;
  }

  private static int limit(String value) {
    try {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= MOST_ROWS) {
        return limit;
      }
    } catch (NumberFormatException noNumber) {
      // told below, as a number out of range is
    }
    throw HttpProblem.badRequest(
        "limit: '%s', should be a whole number from 1 to %d".formatted(value, MOST_ROWS));
  }

  private static LocalDate day(String name, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException malformed) {
      throw HttpProblem.badRequest(
          "%s: '%s', should be a day such as 2023-03-27".formatted(name, value));
    }
  }
}
