package dev.mooring.server;

import dev.mooring.contract.Stage;
import dev.mooring.contract.event.CityBasis;
import dev.mooring.contract.event.DateBasis;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Status;
import dev.mooring.metrics.Account;
import java.util.Arrays;
import java.util.List;

/** The filters of reads and of the stream, each declared once. */
final class Filters {

  private Filters() {}

  static Param param(String name) {
    return switch (name) {
      case "bank" -> Param.texts(name, "Id of a bank.");
      case "firm" -> Param.texts(name, "Id of a firm.");
      case "city" -> Param.texts(name, "Id of a city.");
      case "country" ->
          Param.texts(
              name,
              "ISO 3166-1 alpha-2 code: of the city; where there is none, of the bank's home.");
      case "from" -> Param.day(name, "The first day.");
      case "to" -> Param.day(name, "The last day.");
      case "account" -> Param.anyOf(name, "State of the account.", names(Account.values()));
      case "stage" -> Param.anyOf(name, "Furthest stage.", names(Stage.values()));
      case "kind" -> Param.anyOf(name, "Kind of reason.", List.of("DECLINE", "CLOSURE"));
      case "reason" -> Param.texts(name, "A reason.");
      case "stance" -> Param.texts(name, "A stance.");
      case "type" -> Param.anyOf(name, "Type of event.", names(EventType.values()));
      case "cityBasis" ->
          Param.anyOf(name, "Whether the source says the city.", names(CityBasis.values()));
      case "dateBasis" ->
          Param.anyOf(name, "Whether the source says the date.", names(DateBasis.values()));
      case "precision" -> Param.anyOf(name, "Of `occurredAt`.", names(Precision.values()));
      case "status" -> Param.anyOf(name, "Status of the event.", names(Status.values()));
      default -> throw new IllegalArgumentException("filter: " + name + " is none");
    };
  }

  static List<String> names(Enum<?>... values) {
    return Arrays.stream(values)
        .map(Enum::name)
        .filter(name -> !name.equals("UNRECOGNISED"))
        .toList();
  }
}
