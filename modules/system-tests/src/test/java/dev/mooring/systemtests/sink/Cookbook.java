package dev.mooring.systemtests.sink;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A document of queries, each with a table of its result below it.
 *
 * @param text in Markdown
 */
record Cookbook(String text) {

  private static final Pattern RECIPE =
      Pattern.compile("```sql\\n(?<query>.*?)```\\n\\n(?<result>(\\|[^\\n]*\\n)+)", Pattern.DOTALL);

  /** How many of its queries show a result. */
  long size() {
    return RECIPE.matcher(text).results().count();
  }

  /** The document with the results that a database gives now. */
  String answeredBy(DataSource database) throws SQLException {
    StringBuilder answered = new StringBuilder();
    int end = 0;
    for (MatchResult recipe : RECIPE.matcher(text).results().toList()) {
      answered
          .append(text, end, recipe.start("result"))
          .append(result(database, recipe.group("query")));
      end = recipe.end();
    }
    return answered.append(text, end, text.length()).toString();
  }

  private static String result(DataSource database, String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<String> names = new ArrayList<>();
      int columns = found.getMetaData().getColumnCount();
      for (int i = 1; i <= columns; i++) {
        names.add(found.getMetaData().getColumnLabel(i));
      }
      StringBuilder table = new StringBuilder(line(names.stream()));
      table.append(line(IntStream.range(0, columns).mapToObj(column -> "---")));
      while (found.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(Objects.requireNonNullElse(found.getString(i), ""));
        }
        table.append(line(cells.stream()));
      }
      return table.toString();
    } catch (SQLException e) {
      throw new SQLException(query + e.getMessage(), e);
    }
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
