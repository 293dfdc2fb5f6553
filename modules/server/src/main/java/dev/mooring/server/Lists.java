package dev.mooring.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.server.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a page of a list in the format that the caller accepts. */
final class Lists {

  private Lists() {}

  /** How items are written. */
  record Writer<T>(Item<T> json, String csvHeader, Function<T, String> csv) {}

  /** Writes an item as JSON. */
  @FunctionalInterface
  interface Item<T> {
    void write(JsonGenerator json, T item) throws IOException;
  }

  static <T> void write(
      Context ctx, Format format, List<T> items, Optional<String> next, Writer<T> writer) {
    next.ifPresent(cursor -> ctx.header("Link", "<" + nextUrl(ctx, cursor) + ">; rel=\"next\""));
    ctx.contentType(format.contentType());
    ctx.result(
        switch (format) {
          case JSON -> json(items, next, writer);
          case NDJSON -> lines(items, writer);
          case CSV -> csv(items, writer);
        });
  }

  private static <T> byte[] json(List<T> items, Optional<String> next, Writer<T> writer) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("items");
          for (T item : items) {
            writer.json.write(json, item);
          }
          json.writeEndArray();
          json.writeStringField("next", next.orElse(null));
          json.writeEndObject();
        });
  }

  private static <T> byte[] lines(List<T> items, Writer<T> writer) {
    return Json.bytes(
        json -> {
          json.setPrettyPrinter(new com.fasterxml.jackson.core.util.MinimalPrettyPrinter("\n"));
          for (T item : items) {
            writer.json.write(json, item);
          }
          if (!items.isEmpty()) {
            json.writeRaw('\n');
          }
        });
  }

  private static <T> byte[] csv(List<T> items, Writer<T> writer) {
    return Stream.concat(Stream.of(writer.csvHeader), items.stream().map(writer.csv))
        .collect(Collectors.joining("\r\n", "", "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String nextUrl(Context ctx, String cursor) {
    String others =
        ctx.queryParamMap().entrySet().stream()
            .filter(param -> !param.getKey().equals(Query.CURSOR.name()))
            .flatMap(
                param -> param.getValue().stream().map(value -> pair(param.getKey(), value) + "&"))
            .collect(Collectors.joining());
    return ctx.path() + "?" + others + pair(Query.CURSOR.name(), cursor);
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
