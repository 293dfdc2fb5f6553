package dev.mooring.server;

import dev.mooring.contract.EventValidator;
import dev.mooring.contract.Problem;
import dev.mooring.contract.Suggestions;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReaders;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.server.HttpProblem.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Events as they were sent, each with all that is wrong with it.
 *
 * @param place index in an array, or number of a line
 * @param event null when what was sent is none
 */
record Submission(long place, Event event, List<Fault> faults) {

  boolean wrong() {
    return !faults.isEmpty();
  }

  /** What checks events. */
  record Check(Function<Event, List<Problem>> problems, CityReference cities) {

    Submission of(long place, EventReading reading) {
      return switch (reading) {
        case EventReading.Read(long line, Event event) ->
            new Submission(place, event, faults(problems.apply(event)));
        case EventReading.Unreadable unreadable ->
            new Submission(place, null, faults(all(unreadable)));
      };
    }

    /** What is wrong with what was read of it, beside what made it unreadable. */
    private List<Problem> all(EventReading.Unreadable unreadable) {
      List<Problem> all = new ArrayList<>(unreadable.problems());
      unreadable
          .read()
          .ifPresent(
              draft -> {
                Set<String> told = new HashSet<>(List.of(""));
                all.forEach(problem -> told.add(problem.field().replaceFirst("^/", "")));
                EventValidator.problems(draft).forEach(problem -> told.add(problem.field()));
                problems.apply(draft).stream()
                    .filter(problem -> !told.contains(problem.field()))
                    .forEach(all::add);
              });
      return all;
    }

    private List<Fault> faults(List<Problem> all) {
      return all.stream().map(this::fault).toList();
    }

    private Fault fault(Problem problem) {
      String field = problem.field();
      String pointer = field.isEmpty() || field.startsWith("/") ? field : "/" + field;
      return new Fault(pointer, problem.value(), problem.message(), suggestion(pointer, problem));
    }

    private String suggestion(String pointer, Problem problem) {
      boolean city = pointer.equals("/city") && problem.value() != null;
      List<String> near =
          city
              ? Suggestions.nearest(
                  problem.value(), cities.all().stream().map(c -> c.getId()).toList())
              : List.of();
      return near.isEmpty() ? null : near.getFirst();
    }
  }

  /** Reads one object, or an array of them. */
  static List<Submission> readJson(InputStream body, Check check, Consumer<Boolean> isArray)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(body);
    boolean array = startsArray(in);
    isArray.accept(array);
    if (!array) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(check.of(0, EventJson.read(text)));
    }
    List<Submission> all = new ArrayList<>();
    read(EventReaders.jsonLines(in), reading -> all.add(check.of(all.size(), reading)));
    return all;
  }

  /** Reads events that stand one by one. */
  static void read(EventReader reader, Consumer<EventReading> to) {
    try (reader) {
      reader.forEachRemaining(to);
    }
  }

  private static boolean startsArray(BufferedInputStream in) throws IOException {
    in.mark(64 * 1024);
    int next = in.read();
    for (int i = 1; i < 64 * 1024 && (Character.isWhitespace(next) || next == 0xFEFF); i++) {
      next = in.read();
    }
    in.reset();
    return next == '[';
  }
}
