package dev.mooring.systemtests.sink;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.codec.RowJson;
import dev.mooring.sink.Tables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The tables of one database of PostgreSQL, read as anybody would. */
record Database(DataSource source) {

  /** The rows of a topic's table as JSON, by key. */
  Map<String, String> rows(TopicSpec topic) throws SQLException {
    List<String> fields =
        SpecificData.get().getSchema(topic.valueType().orElseThrow()).getFields().stream()
            .map(Schema.Field::name)
            .toList();
    String query = "select key, " + String.join(", ", fields) + " from " + Tables.name(topic);
    Map<String, String> rows = new TreeMap<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        rows.put(found.getString(1), json(found, fields));
      }
      return rows;
    }
  }

  private static String json(ResultSet row, List<String> fields) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      values.put(fields.get(i), row.getObject(i + 2));
    }
    return RowJson.write(values);
  }
}
