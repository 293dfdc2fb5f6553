package dev.mooring.benchmarks.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A city of the shipped list. */
record City(String id, String country) {

  private static final List<City> SHIPPED = read("/samples/cities.csv");

  /** All of them, by id. */
  static List<City> shipped() {
    return SHIPPED;
  }

  private static List<City> read(String resource) {
    try (InputStream in = City.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(City::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static City parse(String line) {
    String[] fields = line.split(",", 4);
    return new City(fields[0], fields[2]);
  }
}
