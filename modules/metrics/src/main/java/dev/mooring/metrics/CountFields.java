package dev.mooring.metrics;

import dev.mooring.contract.Suggestions;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.CountryMetrics;
import java.util.List;
import org.apache.avro.Schema;

/** The fields of section 4.2 of the contract that are counts: those that events make up. */
final class CountFields {

  private CountFields() {}

  /**
   * The counts of a row, in its order.
   *
   * @param daily of a day, or in all
   */
  static List<String> of(Scope scope, boolean daily) {
    // What may be absent is a ratio, a percentile or a date, and no count.
    return schema(scope, daily).getFields().stream()
        .filter(field -> field.schema().getType() == Schema.Type.LONG)
        .map(Schema.Field::name)
        .toList();
  }

  /**
   * Refuses a field that is none of them.
   *
   * @throws IllegalArgumentException saying what would be right
   */
  static void check(Scope scope, boolean daily, String field) {
    List<String> counts = of(scope, daily);
    if (counts.contains(field)) {
      return;
    }
    String row = scope.word() + (daily ? " on a day" : "");
    if (schema(scope, daily).getField(field) != null) {
      throw new IllegalArgumentException(
          "field: '%s' of a %s is no count, so no events add up to it; these are: %s"
              .formatted(field, row, String.join(", ", counts)));
    }
    String near = Suggestions.didYouMean(field, counts);
    throw new IllegalArgumentException(
        "field: no count '%s' of a %s%s"
            .formatted(
                field, row, near.isEmpty() ? "; there are: " + String.join(", ", counts) : near));
  }

  private static Schema schema(Scope scope, boolean daily) {
    return switch (scope) {
      case BANK -> daily ? BankDaily.getClassSchema() : BankMetrics.getClassSchema();
      case CITY -> daily ? CityDaily.getClassSchema() : CityMetrics.getClassSchema();
      case COUNTRY -> {
        if (daily) {
          throw new IllegalArgumentException("day: countries have no daily rows");
        }
        yield CountryMetrics.getClassSchema();
      }
    };
  }
}
